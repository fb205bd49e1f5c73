"""From a BPMN file to a definition; the checks stand between."""
