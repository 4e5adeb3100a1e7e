"""Documents that come to a case: from files, from the network, and from the feeds that it follows."""
