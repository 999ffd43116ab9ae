"""Maps of more than can be read: groups with true counts that open into details."""
