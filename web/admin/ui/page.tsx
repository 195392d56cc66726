import { Group, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { useViewer } from "../data/viewer";

/**
 * The frame of every page: its title, also in the browser's tab, and what one
 * can do there. On arrival the heading takes the focus, so that a screen reader
 * says where one is.
 */
export function Page(props: {
  title: string;
  /** What stands under the title: a sentence, a status. */
  lead?: ReactNode;
  /** The page's own buttons, to the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { organization } = useViewer();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – ${organization.name}`;
  }, [props.title, organization.name]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Stack gap="lg" className="page">
      <Group justify="space-between" align="flex-start" gap="md">
        <div>
          <Title order={1} ref={heading} tabIndex={-1} className="page-title">
            {props.title}
          </Title>
          {props.lead && (
            <Text component="div" c="dimmed" mt={4}>
              {props.lead}
            </Text>
          )}
        </div>
        {props.actions && <Group gap="sm">{props.actions}</Group>}
      </Group>
      {props.children}
    </Stack>
  );
}
