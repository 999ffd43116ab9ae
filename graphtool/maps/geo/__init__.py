"""Where municipalities lie: coordinates and borders."""
