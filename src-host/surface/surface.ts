/**
 * The part of Electron that Standpoint uses: the one contract between the program and its hosts.
 *
 * Electron itself (src-main/edge/electron.ts) and the Chromium host (src-host/electron/electron.ts) are both
 * checked against it, so an API that one side lacks does not compile. Events are listed one by one
 * on purpose. Keep it as small as the program's use of Electron.
 */
import type * as E from 'electron';

export interface PreventableEvent {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

export interface AppSurface extends Pick<
  E.App,
  'whenReady' | 'quit' | 'exit' | 'getPath' | 'setPath' | 'getVersion' | 'requestSingleInstanceLock'
> {
  /** `false` in a checkout, which may be served by a development server. */
  readonly isPackaged: boolean;
  /** In the list that Dock or taskbar keeps; the Chromium host knows none. */
  addRecentDocument(path: string): void;
  /** The system's picture of a file. Not on the Chromium host. */
  readonly getFileIcon?: ((path: string) => Promise<E.NativeImage>) | undefined;
  readonly commandLine: Pick<E.CommandLine, 'appendSwitch'>;
  on(event: 'window-all-closed', listener: () => void): unknown;
  on(event: 'before-quit', listener: (event: PreventableEvent) => void): unknown;
  on(
    event: 'second-instance',
    listener: (event: PreventableEvent, argv: string[], workingDirectory: string) => void
  ): unknown;
  on(event: 'open-file', listener: (event: PreventableEvent, path: string) => void): unknown;
  on(
    event: 'child-process-gone',
    listener: (event: PreventableEvent, details: Pick<E.Details, 'type' | 'reason'>) => void
  ): unknown;
}

/** What lies under a right click that the page has left to the program. */
export type ContextMenuParams = Pick<E.ContextMenuParams, 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<E.EditFlags, 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

export interface WebContentsSurface extends Pick<
  E.WebContents,
  'id' | 'send' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy' | 'isDestroyed' | 'reload'
> {
  /** @param userGesture whether the page may do what takes a click of its user. */
  executeJavaScript(code: 'undefined', userGesture: true): Promise<unknown>;
  /** The file goes where the person lets go of it. Nothing on the Chromium host. */
  startDrag(item: { file: string; icon: E.NativeImage }): void;
  on(event: 'did-finish-load', listener: () => void): unknown;
  /** Never on the Chromium host, where Chromium shows a menu of its own. */
  on(
    event: 'context-menu',
    listener: (event: PreventableEvent, params: ContextMenuParams) => void
  ): unknown;
  on(event: 'will-navigate', listener: (event: PreventableEvent, url: string) => void): unknown;
  on(
    event: 'render-process-gone',
    listener: (
      event: PreventableEvent,
      details: Pick<E.RenderProcessGoneDetails, 'reason' | 'exitCode'>
    ) => void
  ): unknown;
}

export interface WindowSurface extends Pick<
  E.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'restore'
  | 'maximize'
  | 'getNormalBounds'
  /** Nothing on the Chromium host, which has no icon in the taskbar of its own. */
  | 'setProgressBar'
> {
  readonly webContents: WebContentsSurface;
  on(event: 'closed' | 'ready-to-show' | 'resize' | 'blur', listener: () => void): unknown;
  on(event: 'close', listener: (event: PreventableEvent) => void): unknown;
}

export interface WindowConstructor {
  new (options?: E.BrowserWindowConstructorOptions): WindowSurface;
  getAllWindows(): WindowSurface[];
}

/** Who called. `senderFrame` is `null` once the frame has gone; `parent` is `null` for a top frame. */
export interface InvokeEvent {
  readonly sender: Pick<E.WebContents, 'id'>;
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** What Electron's BaseWindow and the host's window share. */
type Parent = Pick<E.BaseWindow, 'id' | 'isDestroyed' | 'focus'>;

export interface SessionSurface {
  readonly protocol: {
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void;
  };
  setPermissionRequestHandler(
    handler:
      ((contents: unknown, permission: string, callback: (granted: boolean) => void) => void) | null
  ): void;
  setPermissionCheckHandler(handler: (() => boolean) | null): void;
  on(event: 'will-download', listener: (event: PreventableEvent) => void): unknown;
}

/**
 * Folders of one kind, known by what they hold. The Chromium host's own dialog marks them; Electron's
 * dialogs are the system's, and pass over it.
 */
export interface FolderKind {
  /** As it is shown to people, such as “Photo library”. */
  readonly name: string;
  /** Names that a folder of this kind holds, all of them. */
  readonly holds: readonly string[];
  /** What the button says that chooses one. */
  readonly buttonLabel: string;
}

export interface MenuSurface {
  buildFromTemplate(template: E.MenuItemConstructorOptions[]): {
    /** Over the window that has the focus. Nothing on the Chromium host, where Chromium shows its own. */
    popup(): void;
  };
  /** The Chromium host has no menu bar: there the page draws the menu. */
  setApplicationMenu(menu: object | null): void;
}

export interface Surface {
  app: AppSurface;
  BrowserWindow: WindowConstructor;
  ipcMain: {
    handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => unknown): void;
  };
  dialog: {
    /** On the Chromium host, which has no window then, the words go to stderr. */
    showErrorBox(title: string, content: string): void;
    showOpenDialog(
      parent: Parent,
      options: E.OpenDialogOptions & { readonly folderKind?: FolderKind }
    ): Promise<E.OpenDialogReturnValue>;
    showSaveDialog(parent: Parent, options: E.SaveDialogOptions): Promise<E.SaveDialogReturnValue>;
    showMessageBox(
      parent: Parent,
      options: E.MessageBoxOptions
    ): Promise<Pick<E.MessageBoxReturnValue, 'response'>>;
  };
  Menu: MenuSurface;
  screen: {
    /** Once the app is ready. None on the Chromium host, which does not know them. */
    getAllDisplays(): readonly Pick<E.Display, 'workArea'>[];
  };
  protocol: Pick<E.Protocol, 'registerSchemesAsPrivileged'>;
  session: {
    /** A name without `persist:` is kept in memory only. */
    fromPartition(partition: string): SessionSurface;
  };
  shell: Pick<E.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
}
