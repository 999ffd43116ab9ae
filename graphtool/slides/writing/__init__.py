"""A deck's sheets as a PowerPoint file; nothing else of the deck knows python-pptx."""
