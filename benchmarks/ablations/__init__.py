"""What each signal and each veto is worth: made by switching it off."""
