/* global document, window, trustedTypes, location, Worker */
/** Shows each key as the page saw it, and offers a worker made as Trusted Types ask for. */
const policy = trustedTypes.createPolicy('standpoint-worker', { createScriptURL: (url) => url });

window.addEventListener('keydown', (event) => {
  const item = document.createElement('li');
  const chord = [event.ctrlKey && 'ctrl', event.shiftKey && 'shift', event.altKey && 'alt'];
  item.textContent = [...chord.filter(Boolean), event.key].join('+');
  if (event.defaultPrevented) item.textContent += ' (prevented)';
  document.querySelector('#keys').append(item);
});

window.askWorker = (question) =>
  new Promise((resolve, reject) => {
    const url = new URL('./worker.js', location.href).href;
    const worker = new Worker(policy.createScriptURL(url), { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });

await window.hostApp.call('note', 'loaded');
