"""Tests of the align room."""
