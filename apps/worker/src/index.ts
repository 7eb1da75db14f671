// What the desk needs to run the worker inside itself.
export { WorkerModule } from './worker.module.js';
// What the worker enters in the log when it runs alone.
export { WORKER_EVENTS } from './worker-events.js';
