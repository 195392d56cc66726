import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useCallback, useMemo, useState } from "react";
import { Provider } from "urql";
import { Router } from "wouter";
import { connect } from "./data/client";
import { LiveProvider } from "./data/live";
import { ViewerContext, type Staff } from "./data/viewer";
import { Entrance } from "./shell/entrance";
import { Shell } from "./shell/shell";
import { SignInAgain } from "./shell/sign-in-again";
import { ConfirmProvider } from "./ui/confirm";
import { askBeforeLeaving } from "./ui/leaving";
import { themeOf, variablesOf } from "./ui/theme";

const usherColor = "#2f6f4f";

/** The admin app: who is signed in, in whose color, then the pages. */
export function App(props: { nonce: string }) {
  const [accent, setAccent] = useState(usherColor);
  const [ended, setEnded] = useState(false);
  // A new generation is a client with an empty cache: everything is read anew,
  // while forms keep what was typed.
  const [generation, setGeneration] = useState(0);
  const connection = useMemo(() => connect(() => setEnded(true)), [generation]);
  const renew = useCallback(() => {
    setEnded(false);
    setGeneration((n) => n + 1);
  }, []);

  return (
    <MantineProvider
      theme={useMemo(() => themeOf(accent), [accent])}
      cssVariablesResolver={useMemo(() => variablesOf(accent), [accent])}
      defaultColorScheme="auto"
      getStyleNonce={() => props.nonce}
    >
      <Notifications position="bottom-right" limit={4} />
      <Provider value={connection.client}>
        <Router base="/admin" aroundNav={askBeforeLeaving}>
          <Entrance onAccent={setAccent} onSignedIn={renew}>
            {(viewer: Staff) => (
              <ViewerContext value={viewer}>
                <LiveProvider
                  connection={connection}
                  cursor={viewer.organization.eventCursor}
                  onResync={renew}
                >
                  <ConfirmProvider>
                    <Shell />
                    {ended && (
                      <SignInAgain
                        email={viewer.account.email}
                        onSignedIn={renew}
                      />
                    )}
                  </ConfirmProvider>
                </LiveProvider>
              </ViewerContext>
            )}
          </Entrance>
        </Router>
      </Provider>
    </MantineProvider>
  );
}
