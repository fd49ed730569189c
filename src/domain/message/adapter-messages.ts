/** What the browser's side of a port has to tell: store, clips, camera, simulator and the like. */
export type AdapterMessages = {};
