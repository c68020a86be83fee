"""The site: what the public sees. It only reads; the same pages are served or baked to flat files."""
