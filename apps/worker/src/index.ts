// What the desk needs to run the worker inside itself.
export { WorkerModule } from './worker.module.js';
