import type { Random } from '../random';
import type { Palette } from './palette';

export const WIDTH = 960;
export const HEIGHT = 540;

/** Draws the inside of an SVG of WIDTH × HEIGHT. Shapes only: a server may have no Chinese font. */
type Draw = (random: Random, palette: Palette) => string;

/** A drawing and what is to be seen in it, for those who do not see it. */
export interface Scene {
  name: string;
  description: string;
  draw: Draw;
}

const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;

const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;

const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

const path = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}" ${more}/>`;

const stroke = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;

const sky = ({ skyTop, skyBottom }: Palette): string =>
  `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${skyTop}"/>` +
  `<stop offset="1" stop-color="${skyBottom}"/></linearGradient></defs>` +
  rect(0, 0, WIDTH, HEIGHT, 'url(#sky)');

const sun = (random: Random, { light }: Palette): string =>
  circle(random.integer(120, 840), random.integer(80, 150), random.integer(34, 56), light);

const hills = (random: Random, base: number, height: number, fill: string): string => {
  const heights = Array.from(
    { length: 7 },
    () => base - random.integer(Math.round(height / 4), height)
  );
  const curves = heights.slice(1).map((y, index) => {
    const x = index * 160;
    return `C${x + 80} ${heights[index] ?? base} ${x + 80} ${y} ${x + 160} ${y}`;
  });
  return path(
    `M0 ${HEIGHT} L0 ${heights[0] ?? base} ${curves.join(' ')} L${WIDTH} ${HEIGHT} Z`,
    fill
  );
};

const lantern = (x: number, y: number, size: number, { strong, accent }: Palette): string =>
  stroke(`M${x} ${y - size * 2} V${y - size}`, accent, 3) +
  ellipse(x, y, size, size * 0.85, strong) +
  ellipse(x, y, size * 0.45, size * 0.85, accent, 'opacity="0.35"') +
  rect(x - size * 0.4, y - size, size * 0.8, size * 0.18, accent) +
  rect(x - size * 0.4, y + size * 0.82, size * 0.8, size * 0.18, accent) +
  stroke(`M${x} ${y + size} V${y + size * 1.6}`, accent, 4);

const roof = (x: number, y: number, width: number, height: number, fill: string): string =>
  path(
    `M${x - width / 2} ${y} Q${x - width / 3} ${y - height * 0.2} ${x} ${y - height} ` +
      `Q${x + width / 3} ${y - height * 0.2} ${x + width / 2} ${y} ` +
      `L${x + width / 2 - 12} ${y + 10} H${x - width / 2 + 12} Z`,
    fill
  );

const person = (x: number, y: number, size: number, colour: string): string =>
  circle(x, y - size * 1.9, size * 0.42, colour) +
  path(
    `M${x - size * 0.6} ${y} Q${x - size * 0.55} ${y - size * 1.5} ${x} ${y - size * 1.5} ` +
      `Q${x + size * 0.55} ${y - size * 1.5} ${x + size * 0.6} ${y} Z`,
    colour
  );

const crowd = (random: Random, y: number, count: number, colours: readonly string[]): string =>
  repeat(count, (index) =>
    person(
      ((index + 0.5) * WIDTH) / count + random.integer(-12, 12),
      y + random.integer(0, 14),
      random.integer(24, 34),
      random.pick(colours)
    )
  );

const museum: Draw = (random, palette) => {
  const { ground, light, strong, accent, far } = palette;
  return (
    sky(palette) +
    sun(random, palette) +
    hills(random, 400, 120, far) +
    rect(0, 430, WIDTH, 110, ground) +
    path('M240 230 L480 130 L720 230 Z', strong) +
    rect(230, 230, 500, 24, accent) +
    rect(250, 254, 460, 170, light) +
    repeat(7, (index) => rect(268 + index * 66, 254, 28, 170, far)) +
    rect(448, 310, 64, 114, strong) +
    rect(220, 424, 520, 18, accent) +
    crowd(random, 520, 9, [strong, far, accent])
  );
};

const stage: Draw = (random, palette) => {
  const { strong, accent, light, skyTop } = palette;
  const fold = (x: number, direction: number): string =>
    path(`M${x} 0 Q${x + direction * 70} 240 ${x + direction * 18} 470 H${x} Z`, strong);
  return (
    rect(0, 0, WIDTH, HEIGHT, skyTop) +
    path('M300 0 L420 0 L620 470 L260 470 Z', light, 'opacity="0.22"') +
    path('M620 0 L740 0 L700 470 L380 470 Z', light, 'opacity="0.18"') +
    ellipse(480, 470, 300, 40, light, 'opacity="0.35"') +
    repeat(random.integer(3, 6), (index) => person(330 + index * 72, 462, 44, accent)) +
    repeat(5, (index) => fold(index * 44, 1)) +
    repeat(5, (index) => fold(WIDTH - index * 44, -1)) +
    path('M0 0 H960 V60 Q840 120 720 60 Q600 120 480 60 Q360 120 240 60 Q120 120 0 60 Z', strong) +
    rect(0, 470, WIDTH, 70, '#2b2320') +
    repeat(16, (index) => circle(30 + index * 60, 530, 26, '#171210'))
  );
};

const shelves: Draw = (random, palette) => {
  const { strong, accent, far, ground, light, skyBottom } = palette;
  const books = (y: number): string => {
    let x = 40;
    let row = '';
    while (x < 900) {
      const width = random.integer(14, 30);
      const height = random.integer(62, 96);
      row += rect(x, y - height, width, height, random.pick([strong, accent, far, ground]));
      row += rect(x + width / 2 - 2, y - height + 12, 4, 18, light);
      x += width + (random.chance(0.12) ? 34 : 3);
    }
    return row + rect(24, y, 912, 14, '#6b4a32');
  };
  return (
    rect(0, 0, WIDTH, HEIGHT, skyBottom) +
    rect(24, 20, 912, 420, '#8a6342') +
    repeat(4, (index) => books(116 + index * 106)) +
    rect(0, 440, WIDTH, 100, '#5d4130') +
    repeat(3, (index) => person(220 + index * 260, 530, 50, light))
  );
};

const pagoda: Draw = (random, palette) => {
  const { strong, accent, light, far, ground } = palette;
  const storeys = 6;
  return (
    sky(palette) +
    sun(random, palette) +
    hills(random, 380, 150, far) +
    rect(0, 420, WIDTH, 120, ground) +
    ellipse(480, 500, 380, 34, light, 'opacity="0.35"') +
    repeat(storeys, (index) => {
      const width = 220 - index * 26;
      const y = 420 - index * 54;
      return (
        rect(480 - width / 2 + 26, y - 40, width - 52, 42, light) +
        roof(480, y - 38, width, 26, strong)
      );
    }) +
    rect(476, 60, 8, 46, accent) +
    repeat(10, () =>
      circle(random.integer(0, WIDTH), random.integer(390, 430), random.integer(16, 34), far)
    )
  );
};

const canal: Draw = (random, palette) => {
  const { strong, accent, light, far, ground, skyTop } = palette;
  const house = (x: number, width: number, height: number): string =>
    rect(x, 340 - height, width, height, light) +
    roof(x + width / 2, 342 - height, width + 40, 42, ground) +
    rect(x + width / 2 - 16, 300, 32, 40, strong) +
    rect(x + 14, 350 - height, 22, 26, far);
  return (
    sky(palette) +
    hills(random, 330, 90, far) +
    repeat(6, (index) =>
      house(index * 168 - 20, random.integer(110, 140), random.integer(90, 150))
    ) +
    rect(0, 340, WIDTH, 200, skyTop) +
    path('M300 360 Q480 190 660 360 L620 360 Q480 250 340 360 Z', light) +
    repeat(14, () => {
      const y = random.integer(370, 530);
      const x = random.integer(0, 900);
      return stroke(`M${x} ${y} h${random.integer(30, 90)}`, light, 3);
    }) +
    path('M400 470 Q480 500 580 470 L560 500 H430 Z', strong) +
    path('M440 468 Q490 420 540 468 Z', accent)
  );
};

const ink: Draw = (random, { light, far, ground, strong, accent }) =>
  rect(0, 0, WIDTH, HEIGHT, light) +
  circle(random.integer(640, 820), 130, 46, accent, 'opacity="0.8"') +
  repeat(
    4,
    (index) =>
      `<g opacity="${0.3 + index * 0.2}">${hills(random, 300 + index * 60, 210 - index * 40, index % 2 ? ground : far)}</g>`
  ) +
  repeat(5, (index) => {
    const x = random.integer(120, 620) + index * 30;
    const y = random.integer(80, 170);
    return stroke(`M${x} ${y} q12 -14 22 0 q12 -14 24 0`, strong, 4);
  }) +
  rect(70, 60, 54, 54, strong) +
  stroke('M84 76 H110 M97 76 V100 M84 100 H110', light, 5);

const lanterns: Draw = (random, palette) => {
  const { ground, far, accent } = palette;
  return (
    rect(0, 0, WIDTH, HEIGHT, '#17203d') +
    repeat(60, () =>
      circle(random.integer(0, WIDTH), random.integer(0, 300), random.integer(1, 2), '#ffffff')
    ) +
    repeat(5, (index) => roof(100 + index * 190, 440, 240, 90, index % 2 ? ground : far)) +
    rect(0, 440, WIDTH, 100, '#10162b') +
    stroke('M0 90 Q240 170 480 100 T960 90', accent, 3) +
    repeat(9, (index) =>
      lantern(60 + index * 105, 180 + random.integer(-16, 30), random.integer(32, 46), palette)
    ) +
    crowd(random, 536, 11, ['#0b1020', '#1f2a4d'])
  );
};

const gallery: Draw = (random, palette) => {
  const { strong, accent, far, ground, light, skyTop } = palette;
  const frame = (x: number, width: number, height: number): string => {
    const y = 210 - height / 2;
    return (
      rect(x - 8, y - 8, width + 16, height + 16, '#5b4632') +
      rect(x, y, width, height, random.pick([skyTop, light, far])) +
      path(
        `M${x} ${y + height} L${x + width * 0.35} ${y + height * 0.4} L${x + width * 0.6} ${y + height * 0.75} ` +
          `L${x + width * 0.8} ${y + height * 0.5} L${x + width} ${y + height} Z`,
        random.pick([strong, ground])
      ) +
      circle(x + width * 0.7, y + height * 0.25, 14, accent)
    );
  };
  return (
    rect(0, 0, WIDTH, 400, '#f3efe7') +
    path('M0 400 H960 V540 H0 Z', '#b79b7c') +
    repeat(4, (index) =>
      path(`M${120 + index * 240} 0 l-70 330 h140 Z`, '#ffffff', 'opacity="0.5"')
    ) +
    repeat(4, (index) =>
      frame(60 + index * 230, random.integer(140, 180), random.integer(120, 220))
    ) +
    crowd(random, 510, 6, [strong, ground, far])
  );
};

const vase: Draw = (random, palette) => {
  const { strong, accent, light, far, ground, skyBottom } = palette;
  const tilt = random.integer(-14, 14);
  return (
    rect(0, 0, WIDTH, HEIGHT, skyBottom) +
    circle(480, 250, 210, light) +
    rect(0, 430, WIDTH, 110, ground) +
    path(
      'M430 150 H530 Q520 200 570 250 Q640 340 540 440 H420 Q320 340 390 250 Q440 200 430 150 Z',
      far
    ) +
    path('M372 290 Q480 250 588 290 L592 330 Q480 292 368 330 Z', strong) +
    repeat(6, (index) => circle(400 + index * 32, 370, 9, light)) +
    rect(424, 140, 112, 16, strong) +
    repeat(5, (index) => {
      const x = 400 + index * 40 + tilt;
      const y = random.integer(40, 96);
      return (
        stroke(`M480 144 Q${x} ${y + 60} ${x} ${y}`, ground, 5) +
        repeat(5, (petal) => {
          const angle = (petal * Math.PI * 2) / 5;
          return circle(
            Math.round(x + Math.cos(angle) * 13),
            Math.round(y + Math.sin(angle) * 13),
            10,
            accent
          );
        }) +
        circle(x, y, 7, light)
      );
    })
  );
};

const garden: Draw = (random, palette) => {
  const { strong, accent, light, far, ground } = palette;
  return (
    sky(palette) +
    rect(0, 90, WIDTH, 370, light) +
    repeat(12, (index) => roof(40 + index * 84, 96, 100, 30, ground)) +
    circle(480, 290, 160, far) +
    `<clipPath id="gate"><circle cx="480" cy="290" r="150"/></clipPath><g clip-path="url(#gate)">` +
    sky(palette) +
    hills(random, 380, 160, far) +
    ellipse(480, 430, 220, 50, ground) +
    roof(540, 330, 160, 60, strong) +
    rect(490, 330, 8, 70, strong) +
    rect(584, 330, 8, 70, strong) +
    '</g>' +
    rect(0, 450, WIDTH, 90, ground) +
    repeat(7, (index) => {
      const x = random.integer(20, 250) + (index % 2) * 660;
      const top = random.integer(200, 300);
      return (
        stroke(`M${x} 460 Q${x + 8} ${top + 80} ${x} ${top}`, far, 7) +
        ellipse(x, top, 22, 12, accent) +
        ellipse(x + 14, top + 40, 20, 10, far)
      );
    })
  );
};

const drums: Draw = (random, palette) => {
  const { strong, accent, light, ground } = palette;
  const drum = (x: number, size: number): string =>
    path(
      `M${x - size} 400 Q${x - size * 1.2} 450 ${x - size} 500 H${x + size} Q${x + size * 1.2} 450 ${x + size} 400 Z`,
      strong
    ) +
    ellipse(x, 400, size, size * 0.3, light) +
    repeat(7, (index) => circle(x - size + (index * size) / 3, 420, 4, accent)) +
    person(x, 392, size * 0.62, ground) +
    stroke(
      `M${x - size * 0.5} 330 L${x - size * 0.2} 392 M${x + size * 0.5} 320 L${x + size * 0.2} 392`,
      accent,
      6
    );
  return (
    sky(palette) +
    sun(random, palette) +
    repeat(6, (index) => {
      const x = 80 + index * 160;
      return (
        rect(x, 60, 5, 360, ground) +
        path(
          `M${x + 5} 66 L${x + 90} ${90 + random.integer(0, 20)} L${x + 5} 130 Z`,
          index % 2 ? strong : accent
        )
      );
    }) +
    rect(0, 480, WIDTH, 60, ground) +
    repeat(5, (index) => drum(110 + index * 185, random.integer(52, 66)))
  );
};

const skyline: Draw = (random, palette) => {
  const { strong, accent, light, far, ground, skyBottom } = palette;
  const tower = (x: number): string => {
    const width = random.integer(50, 90);
    const height = random.integer(120, 330);
    const colour = random.pick([far, ground, strong]);
    return (
      rect(x, 430 - height, width, height, colour) +
      repeat(Math.floor(height / 28), (row) =>
        repeat(3, (column) =>
          random.chance(0.6)
            ? rect(
                x + 8 + (column * (width - 16)) / 3,
                440 - height + row * 28,
                10,
                12,
                light,
                'opacity="0.8"'
              )
            : ''
        )
      )
    );
  };
  return (
    sky(palette) +
    sun(random, palette) +
    repeat(13, (index) => tower(index * 76 - 10)) +
    rect(0, 430, WIDTH, 110, skyBottom) +
    rect(0, 430, WIDTH, 10, accent) +
    repeat(18, () => {
      const x = random.integer(0, 920);
      return stroke(`M${x} ${random.integer(455, 530)} h${random.integer(20, 70)}`, light, 3);
    })
  );
};

const portrait: Draw = (random, palette) => {
  const { strong, accent, light, far, skyTop } = palette;
  const hair = random.pick(['#2b2b2b', '#4a4a4a', '#6b6460']);
  return (
    rect(0, 0, WIDTH, HEIGHT, skyTop) +
    circle(480, 250, 230, light, 'opacity="0.5"') +
    path('M250 540 Q260 390 480 385 Q700 390 710 540 Z', random.pick([strong, far])) +
    path('M430 388 L480 470 L530 388 Z', light) +
    path('M470 420 L490 420 L500 500 L480 530 L460 500 Z', accent) +
    rect(448, 330, 64, 70, '#e3b58f') +
    ellipse(480, 262, 88, 106, '#f0c8a4') +
    path('M388 268 Q376 132 480 130 Q584 132 572 268 Q556 196 480 194 Q404 196 388 268 Z', hair)
  );
};

const lecture: Draw = (random, palette) => {
  const { strong, accent, light, far, ground } = palette;
  return (
    rect(0, 0, WIDTH, HEIGHT, far) +
    rect(230, 50, 500, 260, light) +
    repeat(4, (index) => rect(270, 95 + index * 48, random.integer(180, 420), 14, accent)) +
    rect(0, 400, WIDTH, 140, ground) +
    person(800, 380, 52, strong) +
    rect(740, 320, 120, 90, accent) +
    crowd(random, 510, 12, [strong, ground, accent])
  );
};

const office: Draw = (random, palette) => {
  const { strong, accent, light, far, ground, skyBottom } = palette;
  return (
    rect(0, 0, WIDTH, HEIGHT, skyBottom) +
    repeat(4, (index) => rect(50 + index * 225, 70, 185, 200, light)) +
    repeat(4, (index) => person(142 + index * 225, 300, 46, random.pick([strong, far]))) +
    rect(0, 300, WIDTH, 90, accent) +
    rect(0, 300, WIDTH, 14, strong) +
    rect(0, 390, WIDTH, 150, ground) +
    crowd(random, 510, 7, [strong, far, accent])
  );
};

export const SCENES: readonly Scene[] = [
  { name: 'museum', description: '博物馆门前，市民排队入馆', draw: museum },
  { name: 'stage', description: '舞台上灯光亮起，演员正在谢幕', draw: stage },
  { name: 'shelves', description: '书架前的读者', draw: shelves },
  { name: 'pagoda', description: '山水之间的古塔', draw: pagoda },
  { name: 'canal', description: '运河人家，拱桥与乌篷船', draw: canal },
  { name: 'ink', description: '水墨远山与飞鸟', draw: ink },
  { name: 'lanterns', description: '夜空下挂满灯笼的老街', draw: lanterns },
  { name: 'gallery', description: '展厅里观众正在看画', draw: gallery },
  { name: 'vase', description: '一只插着花的古瓶', draw: vase },
  { name: 'garden', description: '月洞门里的江南园林', draw: garden },
  { name: 'drums', description: '广场上的锣鼓表演', draw: drums },
  { name: 'skyline', description: '城市天际线与河面倒影', draw: skyline },
];

/** Scenes that fit only some entries: who somebody is, a lecture, an office. */
export const PARTICULAR_SCENES: readonly Scene[] = [
  { name: 'portrait', description: '一幅半身人物画像', draw: portrait },
  { name: 'lecture', description: '报告厅里，主讲人面对听众', draw: lecture },
  { name: 'office', description: '服务窗口前办事的市民', draw: office },
];
