// A suite boots a whole Strapi in `beforeAll`, which takes seconds and more on a busy machine.
jest.setTimeout(120_000);
