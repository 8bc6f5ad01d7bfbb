/**
 * HTML that tries to run, to reach the network, to shadow the document or to change shape when it is
 * parsed again. What runs calls `ran()`; what reaches out goes to `SINK`, which a test replaces.
 */

interface Payload {
  readonly name: string;
  readonly html: string;
}

function named(kind: string, payloads: readonly string[]): readonly Payload[] {
  return payloads.map((html, index) => ({ name: `${kind} ${index + 1}`, html }));
}

export const payloads: readonly Payload[] = [
  ...named('script', [
    '<script>ran()</script>',
    '<ScRiPt src="SINK/s.js"></sCrIpT>',
    '<script type="module">import "SINK/m.js"</script>',
    '<script><!--<script>ran()</script>',
    '</p><script>ran()</script>',
    '<noscript><p title="</noscript><img src=x onerror=ran()>"></noscript>',
    '<template><script>ran()</script></template>',
    '<template shadowrootmode="open"><img src="SINK/shadow" onerror="ran()"></template>'
  ]),
  ...named('event handler', [
    '<img src=x onerror=ran()>',
    '<img/src="x"/onerror=ran()>',
    '<img src=x oNeRrOr=ran()//',
    '<body onload=ran()>',
    '<input autofocus onfocus=ran()>',
    '<details open ontoggle=ran()><summary>x</summary></details>',
    '<video><source onerror=ran()></video>',
    '<audio src=x onerror=ran()></audio>',
    '<marquee onstart=ran()>x</marquee>',
    '<p onanimationstart=ran() style="animation-name:x">x</p>',
    '<p onpointerrawupdate=ran() tabindex=0 onfocusin=ran()>x</p>',
    '<select autofocus onfocus=ran()><option>x</select>',
    '<button popovertarget=x onclick=ran()>x</button><div id=x popover onbeforetoggle=ran()>x</div>',
    '<xss contenteditable onbeforeinput=ran()>x</xss>'
  ]),
  ...named('SVG', [
    '<svg onload=ran()>',
    '<svg><script>ran()</script></svg>',
    '<svg><animate onbegin=ran() attributeName=x dur=1s>',
    '<svg><a xlink:href="javascript:ran()"><text x=20 y=20>x</text></a></svg>',
    '<svg><image href="SINK/svg-image"/></svg>',
    '<svg><use href="SINK/use.svg#x"/></svg>',
    '<svg><foreignObject><img src=x onerror=ran()></foreignObject></svg>',
    '<svg><style>@import "SINK/svg.css";</style></svg>',
    '<svg><set attributeName=href to="javascript:ran()" /><a href=x>x</a></svg>'
  ]),
  ...named('MathML', [
    '<math><mtext><img src=x onerror=ran()></mtext></math>',
    '<math href="javascript:ran()">x</math>',
    '<math><maction actiontype="statusline#SINK" xlink:href="javascript:ran()">x</maction></math>',
    '<math><annotation-xml encoding="text/html"><img src=x onerror=ran()></annotation-xml></math>'
  ]),
  ...named('style', [
    '<style>@import url(SINK/import.css);</style>',
    '<style>* { background: url(SINK/style) }</style>',
    '<p style="background:url(SINK/inline)">x</p>',
    '<p style="position:fixed;inset:0;z-index:9999">x</p>',
    '<link rel=stylesheet href="SINK/link.css">',
    '<table background="SINK/background"><tr><td background="SINK/cell">x</td></tr></table>',
    '<body background="SINK/body">x</body>'
  ]),
  ...named('request', [
    '<img src="SINK/img">',
    '<img srcset="SINK/srcset 1x">',
    '<picture><source srcset="SINK/source"><img></picture>',
    '<video poster="SINK/poster" src="SINK/video" autoplay></video>',
    '<audio src="SINK/audio" autoplay></audio>',
    '<iframe src="SINK/iframe"></iframe>',
    '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
    '<object data="SINK/object"></object>',
    '<embed src="SINK/embed">',
    '<frameset><frame src="SINK/frame"></frameset>',
    '<link rel=prefetch href="SINK/prefetch">',
    '<link rel=dns-prefetch href="//sink.invalid">',
    '<link rel=modulepreload href="SINK/preload.js">',
    '<link rel=icon href="SINK/icon">',
    '<meta http-equiv=refresh content="0;url=SINK/refresh">',
    '<base href="SINK/base/"><img src=relative>',
    '<input type=image src="SINK/input">',
    '<track src="SINK/track">',
    '<a href="https://a.example/" ping="SINK/ping">x</a>',
    '<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22ran()%22/>">',
    '<img src="file:///etc/passwd">',
    '<img src="//sink.invalid/x">'
  ]),
  ...named('link', [
    '<a href="javascript:ran()">x</a>',
    '<a href=" &#14; javascript:ran()">x</a>',
    '<a href="java&#10;script:ran()">x</a>',
    '<a href="&#x6A;avascript&colon;ran()">x</a>',
    '<a href="vbscript:ran()">x</a>',
    '<a href="data:text/html,<script>ran()</script>">x</a>',
    '<a href="data:image/png;base64,eA==">x</a>',
    '<a href="blob:https://a.example/x">x</a>',
    '<a href="app://bundle/index.html">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<area href="javascript:ran()">',
    '<a href="https://a.example/" target=_blank download>x</a>'
  ]),
  ...named('form', [
    '<form action="SINK/form"><button>x</button></form>',
    '<form action="javascript:ran()"><input type=submit></form>',
    '<button formaction="javascript:ran()">x</button>',
    '<isindex action="javascript:ran()" type=submit>',
    '<textarea autofocus onfocus=ran()>x</textarea>',
    '<input name=password type=password autocomplete=on>'
  ]),
  ...named('clobbering', [
    '<p id=body>x</p><p id=createElement>x</p>',
    '<img name=cookie><img name=getElementById>',
    '<form id=standpoint><input id=call></form>',
    '<a id=trustedTypes></a><a id=trustedTypes name=createPolicy></a>',
    '<form name=forms><input name=attributes><input name=parentNode></form>',
    '<iframe name=top></iframe><object name=self></object>',
    '<p data-card=x data-annotation=x class=active slot=x part=x is=x>x</p>'
  ]),
  ...named('mutation', [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran()&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=ran()>',
    '<svg></p><style><a id="</style><img src=x onerror=ran()>">',
    '<noembed><img title="</noembed><img src=x onerror=ran()>"></noembed>',
    '<p><style><!--</style><a title="--><img src=x onerror=ran()>">',
    '<xmp><p title="</xmp><img src=x onerror=ran()>"></xmp>',
    '<listing>&lt;img src=x onerror=ran()&gt;</listing>',
    '<table><td><a href="https://a.example/"><table><td><img src=x onerror=ran()></table></a></table>',
    '<select><noscript><style></noscript><img src=x onerror=ran()></select>',
    '<![CDATA[><img src=x onerror=ran()>]]>',
    '<?xml version="1.0"?><img src=x onerror=ran()>',
    '<!--><img src=x onerror=ran()>-->',
    '<title><p title="</title><img src=x onerror=ran()>"></title>',
    '<plaintext><img src=x onerror=ran()>'
  ])
];

/** Markdown of the same spirit. */
export const hostileMarkdown: readonly string[] = [
  '[x](javascript:ran())',
  '[x](<java\nscript:ran()>)',
  '[x](&#106;avascript:ran())',
  '[x]: javascript:ran() "t"\n\n[x]',
  '<javascript:ran()>',
  '![x](SINK/image)',
  '![x](SINK/image "onerror=ran()")',
  '![" onerror="ran()](data:image/png;base64,eA==)',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InJhbigpIi8+)',
  '[x](https://a.example/"onclick="ran())',
  '[![x](SINK/inner)](javascript:ran())',
  '`<img src=x onerror=ran()>`',
  '```html"><img src=x onerror=ran()>\n<script>ran()</script>\n```',
  '| <img src=x onerror=ran()> |\n| --- |\n| <script>ran()</script> |',
  '# <img src=x onerror=ran()>',
  '&lt;img src=x onerror=ran()&gt;',
  'a[^<img/src/onerror=ran()>]\n\n[^<img/src/onerror=ran()>]: <script>ran()</script>',
  '\u202E[x](https://a.example/)\u202C'
];
