"""Word templates of an agency: uploaded, looked at, put in use, and back to the shipped one."""
