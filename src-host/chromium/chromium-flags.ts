/** The switches that make Chromium a quiet, offline window. Pure. */
export interface LaunchOptions {
  readonly profile: string;
  readonly headless: boolean;
  /** Chromium refuses its sandbox to root, and some tests ask to go without. */
  readonly noSandbox: boolean;
  readonly debuggingPort: number | null;
  readonly devServer: URL | null;
  readonly name: string;
  /** What the program asked for. */
  readonly asked: readonly string[];
  readonly window: WindowPlace;
}

/** Screen pixels; `null` lets the system place the window. */
export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  readonly position: { readonly x: number; readonly y: number } | null;
}

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--disable-sync',
  '--disable-breakpad',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--hide-crash-restore-bubble',
  '--disable-search-engine-choice-screen',
  '--deny-permission-prompts',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--enable-features=SkipListAccountsWithoutGaiaCookies',
  `--disable-features=${[
    'Translate',
    'OptimizationHints',
    'MediaRouter',
    'AutofillServerCommunication',
    'CertificateTransparencyComponentUpdater',
    'InterestFeedContentSuggestions',
    'HttpsUpgrades',
    'BackForwardCache',
    'AimEnabled',
    'PreconnectToSearch',
    'NetworkTimeServiceQuerying',
    'GlobalMediaControls',
    'LensOverlay',
    // Pages of the address bar, which no window has, and a process that waits for a second page.
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    'WebUIOmniboxFullPopup',
    'SpareRendererForSitePerProcess'
  ].join(',')}`
];

/**
 * No name resolves, and all traffic, also that to the machine itself, goes to a proxy whose own name
 * does not resolve: nothing is ever connected to. A development server is let through by its origin.
 * WebRTC would send packets past all of this and past any content security policy.
 */
function listNetworkFlags(devServer: URL | null): string[] {
  return [
    `--host-resolver-rules=MAP * ~NOTFOUND${devServer ? `, EXCLUDE ${devServer.hostname}` : ''}`,
    '--proxy-server=http://nowhere.invalid',
    // Chromium asks for accounts and registers for messages, whatever else is turned off.
    '--gaia-url=http://nowhere.invalid/',
    '--gcm-checkin-url=http://nowhere.invalid/',
    `--proxy-bypass-list=<-loopback>${devServer ? `;${devServer.host}` : ''}`,
    '--webrtc-ip-handling-policy=disable_non_proxied_udp'
  ];
}

/** The page that a window shows until the program's own arrives, light or dark as the system is. */
function makeStartPage(name: string): string {
  const html = `<meta name="color-scheme" content="light dark"><title>${name}</title>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

export function listChromiumFlags(options: LaunchOptions): string[] {
  const { debuggingPort } = options;
  return [
    `--user-data-dir=${options.profile}`,
    `--class=${options.name}`,
    ...QUIET,
    ...options.asked,
    ...listNetworkFlags(options.devServer),
    // Silences Chromium's warning about the network flags, and about a missing sandbox: it would stand over the page.
    '--test-type',
    ...(options.noSandbox ? ['--no-sandbox'] : []),
    ...(options.headless ? ['--headless'] : []),
    ...(debuggingPort === null ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ...listWindowFlags(options.window, options.name)
  ];
}

function listWindowFlags({ width, height, position }: WindowPlace, name: string): string[] {
  return [
    `--window-size=${width},${height}`,
    ...(position ? [`--window-position=${position.x},${position.y}`] : []),
    `--app=${makeStartPage(name)}`
  ];
}
