import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./style.css";
import { setNonce } from "get-nonce";
import { createRoot } from "react-dom/client";
import { App } from "./app";

// The server allows styles that carry this answer's nonce, and no others.
const nonce =
  document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ??
  "";
setNonce(nonce);

createRoot(document.getElementById("root")!).render(<App nonce={nonce} />);
