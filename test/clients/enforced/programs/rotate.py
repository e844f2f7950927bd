"""Rotates the password of a database and tells the application about it (boto3 clients)."""

import boto3

kms = boto3.client("kms")
secrets = boto3.client("secretsmanager")
ssm = boto3.client("ssm")

key = kms.create_key(Description="passwords", Tags=[{"TagKey": "team", "TagValue": "data"}])
key_id = key["KeyMetadata"]["KeyId"]
kms.create_alias(AliasName="alias/passwords", TargetKeyId=key_id)
kms.enable_key_rotation(KeyId=key_id)

secrets.create_secret(
    Name="prod/orders/database", KmsKeyId="alias/passwords", SecretString="first"
)
password = secrets.get_random_password(PasswordLength=24)["RandomPassword"]
written = secrets.put_secret_value(
    SecretId="prod/orders/database", SecretString=password, VersionStages=["AWSPENDING"]
)
versions = secrets.list_secret_version_ids(SecretId="prod/orders/database")["Versions"]
current = next(one["VersionId"] for one in versions if "AWSCURRENT" in one["VersionStages"])
secrets.update_secret_version_stage(
    SecretId="prod/orders/database",
    VersionStage="AWSCURRENT",
    MoveToVersionId=written["VersionId"],
    RemoveFromVersionId=current,
)
secrets.get_secret_value(SecretId="prod/orders/database")

ssm.put_parameter(
    Name="/orders/prod/database-version",
    Value=written["VersionId"],
    Type="SecureString",
    KeyId="alias/passwords",
)
ssm.get_parameter(Name="/orders/prod/database-version", WithDecryption=True)
settings = ssm.get_parameters_by_path(Path="/orders/prod", Recursive=True)
print("settings", [one["Name"] for one in settings["Parameters"]])

blob = kms.encrypt(KeyId="alias/passwords", Plaintext=b"backup", EncryptionContext={"job": "1"})
kms.decrypt(CiphertextBlob=blob["CiphertextBlob"], EncryptionContext={"job": "1"})
