/**
 * Signing names beyond the one of the service's model, by service id: S3 signs with another one for the kinds of
 * buckets and access points that have endpoints of their own.
 * Sources: the endpoint rules of the SDKs' S3 and S3 Control clients; AWS IoT Core Developer Guide, "MQTT over the WebSocket protocol".
 */
export const signingNames: Readonly<Record<string, readonly string[]>> = {
  // MQTT over WebSocket is signed for the gateway.
  'iot-data-plane': ['iotdevicegateway'],
  s3: ['s3express', 's3-outposts', 's3-object-lambda'],
  's3-control': ['s3express', 's3-outposts'],
};
