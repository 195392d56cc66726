import { useEffect, useRef, useState } from "react";
import classes from "./mail-frame.module.css";

/**
 * Shows the HTML of a mail in a document of its own, as high as the mail is.
 * Nothing in it runs, loads or leads anywhere.
 */
export function MailFrame(props: { html: string; title: string }) {
  const { html, title } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(420);
  // A browser may put a fresh document into the frame after it was made.
  const [loads, setLoads] = useState(0);

  useEffect(() => {
    const inner = frame.current?.contentDocument;
    if (!inner) return;
    fill(inner, html);
    const measure = () => setHeight(inner.body.scrollHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(inner.body);
    measure();
    return () => observer.disconnect();
  }, [html, loads]);

  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      className={classes["frame"]}
      style={{ height }}
      onLoad={() => setLoads((n) => n + 1)}
    />
  );
}

/** What the mail's style attributes are called until they are applied. */
const parked = "data-style";

/**
 * Puts the mail into the document. The page's Content-Security-Policy holds in
 * the frame too and forbids styles in markup, which a browser reports as soon
 * as it parses them; set by script, as here, they are allowed.
 */
function fill(inner: Document, html: string): void {
  const css: string[] = [];
  const bare = html
    .replace(/<style[^>]*>([^]*?)<\/style>/gi, (_all, text: string) => {
      css.push(text);
      return "";
    })
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/\sstyle=/gi, ` ${parked}=`),
    );
  const mail = new DOMParser().parseFromString(bare, "text/html");
  for (const active of mail.querySelectorAll("script, link, meta, base"))
    active.remove();
  for (const link of mail.querySelectorAll("[href]"))
    link.removeAttribute("href");

  inner.adoptedStyleSheets = css.map((text) => {
    const sheet = new inner.defaultView!.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  inner.documentElement.lang = mail.documentElement.lang;
  inner.body.replaceWith(inner.adoptNode(mail.body));
  for (const element of inner.querySelectorAll<HTMLElement>(`[${parked}]`)) {
    element.style.cssText = element.getAttribute(parked)!;
    element.removeAttribute(parked);
  }
}
