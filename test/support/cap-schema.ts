/**
 * What a message of CAP 1.2 may be made of, as XML Schema. Written for these tests from the element tables of the
 * standard (section 3.2: names, order, how often, which values), not taken from the schema file of OASIS. It is
 * narrower where Siang has no use for what the standard allows: no `restriction`, `addresses`, `incidents`,
 * `resource`, `altitude`, `ceiling`, no status `System` or `Draft`, no signature.
 */
export const capSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:oasis:names:tc:emergency:cap:1.2"
  targetNamespace="urn:oasis:names:tc:emergency:cap:1.2" elementFormDefault="qualified">
  <xs:simpleType name="said"><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:pattern value="\\S(.*\\S)?"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="id"><xs:restriction base="xs:string"><xs:pattern value="[^\\s,&lt;&amp;]+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="instant"><xs:restriction base="xs:dateTime"><xs:pattern value="\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[+\\-]\\d{2}:\\d{2}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="circle"><xs:restriction base="xs:string"><xs:pattern value="-?\\d{1,2}(\\.\\d+)?,-?\\d{1,3}(\\.\\d+)? \\d+(\\.\\d+)?"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="polygon"><xs:restriction base="xs:string"><xs:pattern value="-?\\d{1,2}(\\.\\d+)?,-?\\d{1,3}(\\.\\d+)?( -?\\d{1,2}(\\.\\d+)?,-?\\d{1,3}(\\.\\d+)?){3,}"/></xs:restriction></xs:simpleType>
  <xs:complexType name="named"><xs:sequence><xs:element name="valueName" type="said"/><xs:element name="value" type="said"/></xs:sequence></xs:complexType>
  ${[
    ['status', 'Actual Exercise Test'],
    ['msgType', 'Alert Update Cancel'],
    ['category', 'Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other'],
    ['responseType', 'Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None'],
    ['urgency', 'Immediate Expected Future Past Unknown'],
    ['severity', 'Extreme Severe Moderate Minor Unknown'],
    ['certainty', 'Observed Likely Possible Unlikely Unknown'],
  ]
    .map(
      ([name, values = '']) =>
        `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${values
          .split(' ')
          .map((value) => `<xs:enumeration value="${value}"/>`)
          .join('')}</xs:restriction></xs:simpleType>`,
    )
    .join('\n  ')}
  <xs:element name="alert"><xs:complexType><xs:sequence>
    <xs:element name="identifier" type="id"/>
    <xs:element name="sender" type="id"/>
    <xs:element name="sent" type="instant"/>
    <xs:element name="status" type="status"/>
    <xs:element name="msgType" type="msgType"/>
    <xs:element name="source" type="said" minOccurs="0"/>
    <xs:element name="scope"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="Public"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="code" type="said" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="note" type="said" minOccurs="0"/>
    <xs:element name="references" type="said" minOccurs="0"/>
    <xs:element name="info" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="language" type="xs:language"/>
      <xs:element name="category" type="category" maxOccurs="unbounded"/>
      <xs:element name="event" type="said"/>
      <xs:element name="responseType" type="responseType" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="urgency" type="urgency"/>
      <xs:element name="severity" type="severity"/>
      <xs:element name="certainty" type="certainty"/>
      <xs:element name="audience" type="said" minOccurs="0"/>
      <xs:element name="eventCode" type="named" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="effective" type="instant" minOccurs="0"/>
      <xs:element name="onset" type="instant" minOccurs="0"/>
      <xs:element name="expires" type="instant"/>
      <xs:element name="senderName" type="said" minOccurs="0"/>
      <xs:element name="headline" type="said" minOccurs="0"/>
      <xs:element name="description" type="said" minOccurs="0"/>
      <xs:element name="instruction" type="said" minOccurs="0"/>
      <xs:element name="web" type="xs:anyURI" minOccurs="0"/>
      <xs:element name="contact" type="said" minOccurs="0"/>
      <xs:element name="parameter" type="named" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="area" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element name="areaDesc" type="said"/>
        <xs:element name="polygon" type="polygon" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="circle" type="circle" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="geocode" type="named" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`
