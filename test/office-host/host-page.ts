/** Where the page that plays Office on the web lives. Only its host name matters: it must be that of the add-in. */
export const HOST_ORIGIN = 'https://localhost:3443';

/** Where the add-in lives, as in its manifest. */
export const ADDIN_ORIGIN = 'https://localhost:3000';

/** What the host page tells Node, by the binding below. */
export const TO_HOST = '__officeHostReceive';

/** How Node makes the host page speak to the frame. */
export const TO_ADDIN = '__officeHostSend';

/** How Node opens or replaces the frame. */
export const MOUNT = '__officeHostMount';

/** The frame of the add-in, as the host page opens it. */
export interface FrameRequest {
  readonly src: string;
  /** The boot parameters: the client library reads them from the name of its window. */
  readonly name: string;
  /** In CSS pixels. */
  readonly width: number;
}

/** The host page: a frame, and a relay between the frame and Node, where everything is decided. */
export const HOST_PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Office host of the tests</title>
<style>
  html, body { margin: 0; height: 100%; background: #c8c8c8; }
  body { display: flex; justify-content: flex-end; }
  iframe { border: 0; height: 100%; background: #fff; }
</style>
<body>
<script>
  let frame;
  window.${MOUNT} = ({ src, name, width }) => {
    frame?.remove();
    frame = document.createElement('iframe');
    frame.style.width = width + 'px';
    frame.name = name;
    frame.src = src;
    document.body.append(frame);
  };
  window.${TO_ADDIN} = (text) => frame?.contentWindow?.postMessage(text, '${ADDIN_ORIGIN}');
  addEventListener('message', (event) => {
    if (event.source === frame?.contentWindow && typeof event.data === 'string') window.${TO_HOST}(event.data);
  });
</script>
</body>`;
