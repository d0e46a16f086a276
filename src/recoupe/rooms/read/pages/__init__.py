"""HTML pages, parsed in a child process that can be killed."""
