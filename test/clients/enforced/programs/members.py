"""Sets up the members' area: a user pool with its first editor, and their notice by mail (boto3 clients)."""

import boto3

cognito = boto3.client("cognito-idp")
ses = boto3.client("ses")

pool = cognito.create_user_pool(PoolName="members", UserPoolTags={"app": "magazine"})
pool_id = pool["UserPool"]["Id"]
client = cognito.create_user_pool_client(
    UserPoolId=pool_id,
    ClientName="web",
    ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]["ClientId"]
cognito.create_group(UserPoolId=pool_id, GroupName="editors")
cognito.admin_create_user(UserPoolId=pool_id, Username="ada", MessageAction="SUPPRESS")
cognito.admin_set_user_password(
    UserPoolId=pool_id, Username="ada", Password="Correct-horse-9", Permanent=True
)
cognito.admin_add_user_to_group(UserPoolId=pool_id, Username="ada", GroupName="editors")
cognito.admin_initiate_auth(
    UserPoolId=pool_id,
    ClientId=client,
    AuthFlow="ADMIN_USER_PASSWORD_AUTH",
    AuthParameters={"USERNAME": "ada", "PASSWORD": "Correct-horse-9"},
)
print("members", len(cognito.list_users(UserPoolId=pool_id)["Users"]))

ses.verify_email_identity(EmailAddress="desk@magazine.example")
ses.send_email(
    Source="desk@magazine.example",
    Destination={"ToAddresses": ["ada@magazine.example"]},
    Message={"Subject": {"Data": "Welcome"}, "Body": {"Text": {"Data": "You may edit now."}}},
)
