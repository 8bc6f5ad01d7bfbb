/* global document, window, location, EventSource, XMLHttpRequest, RTCPeerConnection */
/** Tries every way out that a page has, to each address of the query, and says when all have ended. */
const targets = new URL(location.href).searchParams.getAll('to');

/** Settles when the element has loaded or failed. */
function settle(tag, attributes) {
  const element = Object.assign(document.createElement(tag), attributes);
  const done = new Promise((resolve) => {
    for (const event of ['load', 'error', 'loadeddata']) element.addEventListener(event, resolve);
  });
  document.body.append(element);
  return done;
}

/** Milliseconds: what goes through a process of Chromium that has died never answers. */
const longest = 10_000;

function bounded(way) {
  return Promise.race([way, new Promise((resolve) => setTimeout(resolve, longest))]);
}

function firstEvent(target, ...names) {
  return new Promise((resolve) => names.forEach((name) => target.addEventListener(name, resolve)));
}

function request(url) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url);
  xhr.send();
  return firstEvent(xhr, 'loadend');
}

async function gather(host) {
  const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
  peer.createDataChannel('x');
  await peer.setLocalDescription();
  // Where the machine has no network, gathering begins and never ends.
  while (navigator.onLine && peer.iceGatheringState !== 'complete')
    await firstEvent(peer, 'icegatheringstatechange');
}

function waysOut(url) {
  const socket = new WebSocket(url.replace('http', 'ws'));
  const events = new EventSource(`${url}/events`);
  navigator.sendBeacon(`${url}/beacon`, 'x');
  window.open(`${url}/window`);
  for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'prerender'])
    document.head.append(
      Object.assign(document.createElement('link'), { rel, href: `${url}/${rel}` })
    );
  return [
    fetch(`${url}/fetch`).catch(() => null),
    fetch(`${url}/keepalive`, { keepalive: true, mode: 'no-cors' }).catch(() => null),
    request(`${url}/xhr`),
    settle('img', { src: `${url}/img` }),
    settle('link', { rel: 'stylesheet', href: `${url}/style` }),
    settle('script', { src: `${url}/script` }),
    settle('iframe', { src: `${url}/frame` }),
    settle('video', { src: `${url}/video` }),
    firstEvent(socket, 'open', 'close'),
    firstEvent(events, 'open', 'error'),
    gather(new URL(url).host),
    import(`${url}/module`).catch(() => null)
  ];
}

// Pictures and frames added earlier hold up the page's own load, for which the host waits.
if (document.readyState !== 'complete') await firstEvent(window, 'load');
await Promise.all(targets.flatMap(waysOut).map(bounded));
await window.hostApp.call('note', 'tried');
