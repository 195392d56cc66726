import type { ReactNode } from "react";
import classes from "./contact.module.css";

/** Names and values, one below the other. */
export function Facts(props: { children: ReactNode }) {
  return <dl className={classes.facts}>{props.children}</dl>;
}

/** One name and its value; a dash where there is none. */
export function Fact(props: { name: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children || <span className={classes.none}>–</span>}</dd>
    </div>
  );
}
