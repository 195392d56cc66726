import { Component, type ReactNode } from "react";
import { Button } from "@mantine/core";
import { Empty } from "../ui/load";

/**
 * Holds a page that broke, or whose script could not be loaded, as after a new
 * version was deployed or the connection dropped: the way around stays.
 */
export class FaultBoundary extends Component<
  {
    /** Where one is: elsewhere is tried again. */
    at: string;
    children: ReactNode;
  },
  { broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: { at: string }) {
    if (before.at !== this.props.at) this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div role="alert">
        <h1 className="page-title">This page could not be shown</h1>
        <Empty
          title={
            navigator.onLine
              ? "There may be a new version of Usher"
              : "You are offline"
          }
          action={
            <Button onClick={() => location.reload()}>Load it again</Button>
          }
        >
          Nothing that you sent is lost.
        </Empty>
      </div>
    );
  }
}
