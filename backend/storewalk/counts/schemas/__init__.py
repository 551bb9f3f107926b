"""What goes over the wire of counts, a file for each act."""
