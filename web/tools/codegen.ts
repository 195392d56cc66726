// Types and documents of the admin app, from the schema and the operations
// that stand in its sources. Run by `make generate`; the output is committed.

import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";
import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../schema.graphqls",
  documents: ["../admin/**/*.{ts,tsx}", "!../admin/gql/**"],
  ignoreNoDocuments: true,
  generates: {
    "../admin/gql/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: false,
        // The manifest of trusted documents: sha256 -> text.
        persistedDocuments: { hashAlgorithm: "sha256" },
      },
      // The cache asks for __typename; so do the documents, or the text that
      // is sent would not be the one in the manifest.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        scalars: { ID: "string", Time: "string" },
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: false,
        skipTypename: false,
        nonOptionalTypename: true,
        strictScalars: true,
      },
    },
  },
};

export default config;
