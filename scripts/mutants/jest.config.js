import jestConfig from '../../jest.config.js';

const [unit] = jestConfig.projects;

/** The unit specs of the rooms in MUTANT_ROOMS: a room's own sentences are to notice what is changed in its own pure files. */
const rooms = (process.env.MUTANT_ROOMS ?? '').split(',').filter(Boolean);

export default { ...unit, testMatch: rooms.map((room) => `<rootDir>/libs/${room}/src/**/*.spec.ts`), testTimeout: 60_000 };
