"""What Word and Excel documents share: text that is safe in their XML, packing without a clock, pictures, data."""
