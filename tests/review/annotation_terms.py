"""What the published context of Web Annotations means by the words that markings use.

Facts read from http://www.w3.org/ns/anno.jsonld, the context of the Recommendation of 23 February 2017
(https://www.w3.org/TR/annotation-vocab/#json-ld-context); the words that markings never use are left out.
"""

PROPERTIES = {
    "id": "@id",
    "type": "@type",
    "items": "as:items",
    "startIndex": "as:startIndex",
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "motivation": "oa:motivatedBy",
    "creator": "dcterms:creator",
    "created": "dcterms:created",
    "conformsTo": "dcterms:conformsTo",
    "format": "dc:format",
    "value": "rdf:value",
    "name": "foaf:name",
}
CLASSES = {
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "FragmentSelector": "oa:FragmentSelector",
    "SvgSelector": "oa:SvgSelector",
    "Person": "foaf:Person",
}
MOTIVATIONS = {"commenting": "oa:commenting"}
# Values of these are identifiers in the context ("@type": "@id"), so a text has to be an IRI.
IRIS = {"id", "source", "conformsTo"}
