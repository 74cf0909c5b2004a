<?xml version="1.0" encoding="UTF-8"?>
<!-- The folders of a feature's bundles in a Maven repository, one a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="http://karaf.apache.org/xmlns/features/v1.6.0">
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:for-each select="f:features/f:feature/f:bundle">
      <xsl:variable name="coordinates" select="substring-after(., 'mvn:')"/>
      <xsl:value-of select="translate(substring-before($coordinates, '/'), '.', '/')"/>
      <xsl:text>/</xsl:text>
      <xsl:value-of select="substring-after($coordinates, '/')"/>
      <xsl:text>/*.jar&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
