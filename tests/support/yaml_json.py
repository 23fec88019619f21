# SPDX-License-Identifier: MIT
# Prints the YAML documents of a file, or those of a Markdown file's yaml blocks, as one JSON array.
import json
import re
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
texts = re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S) if sys.argv[1].endswith(".md") else [text]
print(json.dumps([document for text in texts for document in yaml.safe_load_all(text)], default=str))
