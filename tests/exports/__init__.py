"""Every export is read back by a program that is not ours."""
