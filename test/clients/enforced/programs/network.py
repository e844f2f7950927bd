"""Builds a small network with a scaled web tier (boto3, one paginator, one waiter)."""

import boto3

ec2 = boto3.client("ec2")
balancing = boto3.client("elbv2")
scaling = boto3.client("autoscaling")

images = ec2.describe_images(Owners=["amazon"])["Images"]
image = images[0]["ImageId"]
vpc = ec2.create_vpc(
    CidrBlock="10.20.0.0/16",
    TagSpecifications=[{"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "web"}]}],
)["Vpc"]["VpcId"]
ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
subnets = [
    ec2.create_subnet(VpcId=vpc, CidrBlock=block, AvailabilityZone=zone)["Subnet"]["SubnetId"]
    for block, zone in (("10.20.1.0/24", "eu-west-1a"), ("10.20.2.0/24", "eu-west-1b"))
]
gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
ec2.attach_internet_gateway(VpcId=vpc, InternetGatewayId=gateway)
group = ec2.create_security_group(GroupName="web", Description="web", VpcId=vpc)["GroupId"]
ec2.authorize_security_group_ingress(
    GroupId=group, IpProtocol="tcp", FromPort=443, ToPort=443, CidrIp="0.0.0.0/0"
)
bastion = ec2.run_instances(
    ImageId=image,
    InstanceType="t3.nano",
    MinCount=1,
    MaxCount=1,
    SubnetId=subnets[0],
    SecurityGroupIds=[group],
    TagSpecifications=[
        {"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "bastion"}]}
    ],
)["Instances"][0]["InstanceId"]
ec2.get_waiter("instance_running").wait(InstanceIds=[bastion], WaiterConfig={"Delay": 1})
ec2.create_tags(Resources=[bastion, vpc], Tags=[{"Key": "stage", "Value": "prod"}])

balancer = balancing.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=[group])
target = balancing.create_target_group(Name="web", Protocol="HTTP", Port=80, VpcId=vpc)
target_arn = target["TargetGroups"][0]["TargetGroupArn"]
balancing.create_listener(
    LoadBalancerArn=balancer["LoadBalancers"][0]["LoadBalancerArn"],
    Protocol="HTTP",
    Port=80,
    DefaultActions=[{"Type": "forward", "TargetGroupArn": target_arn}],
)
template = ec2.create_launch_template(
    LaunchTemplateName="web", LaunchTemplateData={"ImageId": image, "InstanceType": "t3.micro"}
)["LaunchTemplate"]["LaunchTemplateId"]
scaling.create_auto_scaling_group(
    AutoScalingGroupName="web",
    LaunchTemplate={"LaunchTemplateId": template, "Version": "$Latest"},
    MinSize=0,
    MaxSize=2,
    VPCZoneIdentifier=",".join(subnets),
    TargetGroupARNs=[target_arn],
)
scaling.put_scaling_policy(
    AutoScalingGroupName="web",
    PolicyName="out",
    AdjustmentType="ChangeInCapacity",
    ScalingAdjustment=1,
)
for page in ec2.get_paginator("describe_instances").paginate():
    print("instances", sum(len(one["Instances"]) for one in page["Reservations"]))
ec2.terminate_instances(InstanceIds=[bastion])
