"""Where actors stand on claims, and who is silent."""
