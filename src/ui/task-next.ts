/** Ends the task that the page is at: what follows is another one, before which the browser can draw and take what is pressed. */
export function taskNext(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
