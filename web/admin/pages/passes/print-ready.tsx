import { Alert, Anchor, Group, Text } from "@mantine/core";
import { When } from "../../ui/when";
import type { Sheets } from "./use-print";
import { passesWords } from "./words";

/** What can be printed now: where, until when, and what was left out. */
export function PrintReady(props: { sheets: Sheets; zone: string }) {
  const { pdfUrl, pageUrl, expiresAt, count, skippedCount } = props.sheets;
  return (
    <Alert
      variant="default"
      role="status"
      title={`${passesWords(count)} can be printed`}
    >
      {skippedCount > 0 && (
        <Text size="sm" mb={4}>
          {passesWords(skippedCount)} left out: no longer available.
        </Text>
      )}
      <Text size="sm" component="div">
        They open in a new tab. The links work until{" "}
        <When at={expiresAt} zone={props.zone} />, and only while you are signed
        in.
      </Text>
      <Group gap="md" mt="xs">
        <Anchor
          href={pdfUrl}
          target="_blank"
          rel="noopener"
          size="sm"
          underline="always"
        >
          Open the PDF
        </Anchor>
        <Anchor
          href={pageUrl}
          target="_blank"
          rel="noopener"
          size="sm"
          underline="always"
        >
          Print page
        </Anchor>
      </Group>
    </Alert>
  );
}
