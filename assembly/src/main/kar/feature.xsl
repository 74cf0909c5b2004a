<?xml version="1.0" encoding="UTF-8"?>
<!-- A feature repository with one of the features; what that needs is in the distribution. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="http://karaf.apache.org/xmlns/features/v1.6.0">
  <xsl:param name="feature"/>
  <xsl:template match="/f:features">
    <xsl:variable name="found" select="f:feature[@name = $feature]"/>
    <xsl:if test="count($found) != 1">
      <xsl:message terminate="yes">There is no feature <xsl:value-of select="$feature"/>.</xsl:message>
    </xsl:if>
    <features xmlns="http://karaf.apache.org/xmlns/features/v1.6.0" name="{$feature}-{$found/@version}">
      <xsl:copy-of select="$found"/>
    </features>
  </xsl:template>
</xsl:stylesheet>
