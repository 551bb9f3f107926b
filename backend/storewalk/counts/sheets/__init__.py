"""A count as a sheet of paper (盘点表): what stands on it, and how it is written as XLSX and PDF."""
