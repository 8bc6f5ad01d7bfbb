const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('hostApp', {
  call: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  on(channel, listener) {
    const relay = (_event, payload) => listener(payload);
    ipcRenderer.on(channel, relay);
    return () => ipcRenderer.removeListener(channel, relay);
  },
  add: (a, b) => a + b,
  refuse: () => {
    throw new RangeError('no');
  },
  platform: process.platform
});
