"""From facts to files: Word in limited children, workbooks and slides here, PDF by LibreOffice."""
