"""Pictures drawn on the server as SVG: geometry here, markup in the templates."""
