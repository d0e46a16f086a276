"""The version of Recoupe, in one place."""

VERSION = "0.1.0"
