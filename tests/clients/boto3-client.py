"""boto3, as somebody's script would use it: batches and their failures, long polls, FIFO queues, topics, rules, targets, a replay,
conditions and transactions, state machines."""

import base64
import json
import http.server
import os
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

RUN = uuid.uuid4().hex[:8]
sqs, sns, events, dynamodb, sts = (boto3.client(name) for name in ("sqs", "sns", "events", "dynamodb", "sts"))
sfn = boto3.client("stepfunctions", config=Config(inject_host_prefix=False))   # TestState would go to sync-127.0.0.1


def refused(error, call, **arguments):
    """Makes a call that must be refused under that name, and returns the answer."""
    try:
        call(**arguments)
    except ClientError as answer:
        assert answer.response["Error"]["Code"] == error, answer
        return answer.response
    raise AssertionError(f"{call.__name__} was not refused")


def awaited(what, ask):
    """Asks until there is an answer, half a minute at most."""
    for _ in range(60):
        if answer := ask():
            return answer
        time.sleep(0.5)
    raise AssertionError(f"{what} did not happen")


def queues():
    assert sts.get_caller_identity()["Account"] == "000000000000"
    url = sqs.create_queue(QueueName=f"clients-boto3-{RUN}", Attributes={"VisibilityTimeout": "30"})["QueueUrl"]
    assert sqs.create_queue(QueueName=f"clients-boto3-{RUN}", Attributes={"VisibilityTimeout": "30"})["QueueUrl"] == url
    refused("QueueAlreadyExists", sqs.create_queue, QueueName=f"clients-boto3-{RUN}", Attributes={"VisibilityTimeout": "31"})
    refused("InvalidAttributeValue", sqs.set_queue_attributes, QueueUrl=url, Attributes={"VisibilityTimeout": "43201"})

    # boto3 itself checks each digest against what it sent and received.
    sent = sqs.send_message_batch(QueueUrl=url, Entries=[
        {"Id": f"m{i}", "MessageBody": f"body {i} é☃", "MessageAttributes": {
            "Number": {"DataType": "Number", "StringValue": str(i)},
            "Bytes": {"DataType": "Binary", "BinaryValue": bytes([0, 255, i])}}} for i in range(10)])
    assert len(sent["Successful"]) == 10 and "Failed" not in sent, sent
    refused("AWS.SimpleQueueService.BatchEntryIdsNotDistinct", sqs.send_message_batch, QueueUrl=url, Entries=[
        {"Id": "a", "MessageBody": "1"}, {"Id": "a", "MessageBody": "2"}])
    refused("AWS.SimpleQueueService.EmptyBatchRequest", sqs.send_message_batch, QueueUrl=url, Entries=[])

    messages = sqs.receive_message(
        QueueUrl=url, MaxNumberOfMessages=10, MessageAttributeNames=["All"], MessageSystemAttributeNames=["All"])["Messages"]
    assert sorted(int(m["MessageAttributes"]["Number"]["StringValue"]) for m in messages) == list(range(10))
    assert all(m["Attributes"]["ApproximateReceiveCount"] == "1" for m in messages)
    counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert counts["ApproximateNumberOfMessagesNotVisible"] == "10", counts

    changed = sqs.change_message_visibility_batch(QueueUrl=url, Entries=[
        {"Id": "good", "ReceiptHandle": messages[0]["ReceiptHandle"], "VisibilityTimeout": 0},
        {"Id": "bad", "ReceiptHandle": "nonsense", "VisibilityTimeout": 0}])
    assert [e["Id"] for e in changed["Successful"]] == ["good"]
    assert [(e["Id"], e["Code"]) for e in changed["Failed"]] == [("bad", "ReceiptHandleIsInvalid")], changed
    again = sqs.receive_message(QueueUrl=url, MessageSystemAttributeNames=["ApproximateReceiveCount"])["Messages"][0]
    assert again["MessageId"] == messages[0]["MessageId"] and again["Attributes"]["ApproximateReceiveCount"] == "2"
    deleted = sqs.delete_message_batch(QueueUrl=url, Entries=[
        {"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate([again, *messages[1:]])])
    assert len(deleted["Successful"]) == 10

    # A poll that waits is answered by the message that comes.
    late = threading.Timer(1, lambda: sqs.send_message(QueueUrl=url, MessageBody="late"))
    late.start()
    began = time.monotonic()
    assert sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20)["Messages"][0]["Body"] == "late"
    assert time.monotonic() - began < 19, "the poll waited for its end instead of for a message"
    late.join()
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    return url


def fifo_queues():
    refused("InvalidParameterValue", sqs.create_queue, QueueName=f"clients-boto3-{RUN}", Attributes={"FifoQueue": "true"})
    url = sqs.create_queue(
        QueueName=f"clients-boto3-{RUN}.fifo", Attributes={"FifoQueue": "true", "ContentBasedDeduplication": "true"})["QueueUrl"]
    refused("MissingParameter", sqs.send_message, QueueUrl=url, MessageBody="x")

    def send(group, *bodies):
        return sqs.send_message_batch(QueueUrl=url, Entries=[
            {"Id": str(i), "MessageBody": body, "MessageGroupId": group} for i, body in enumerate(bodies)])["Successful"]

    def receive(most=10, **arguments):
        return sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=most, MessageSystemAttributeNames=["All"], **arguments).get("Messages", [])
    first, again, second = send("a", "a1", "a1", "a2")
    assert (first["MessageId"], first["SequenceNumber"]) == (again["MessageId"], again["SequenceNumber"])
    assert int(first["SequenceNumber"]) < int(second["SequenceNumber"])
    send("b", "b1")
    [message] = receive(most=1, ReceiveRequestAttemptId="try")
    assert [m["ReceiptHandle"] for m in receive(most=1, ReceiveRequestAttemptId="try")] == [message["ReceiptHandle"]]
    assert message["Attributes"]["MessageGroupId"] == "a" and message["Attributes"]["SequenceNumber"] == first["SequenceNumber"]
    assert [m["Body"] for m in receive()] == ["b1"], "the group waits for what is in flight"
    sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0)
    refused("InvalidParameterValue", sqs.delete_message, QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    messages = receive()
    assert [m["Body"] for m in messages] == ["a1", "a2"], messages
    for m in messages:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=m["ReceiptHandle"])
    send("a", "a1")
    assert not receive(), "a duplicate is one also when the first is gone"
    sqs.delete_queue(QueueUrl=url)


def topics(url):
    queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    topic = sns.create_topic(Name=f"clients-{RUN}", Tags=[{"Key": "team", "Value": "clients"}])["TopicArn"]
    refused("InvalidParameter", sns.create_topic, Name=f"clients-{RUN}.fifo", Attributes={"FifoTopic": "true"})
    refused("NotFound", sns.publish, TopicArn=topic + "-none", Message="m")
    wrapped = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue, ReturnSubscriptionArn=True, Attributes={
        "FilterPolicyScope": "MessageBody", "FilterPolicy": json.dumps({"order": {"total": [{"numeric": [">=", 100]}]}})})["SubscriptionArn"]

    def tell(total):
        return sns.publish(TopicArn=topic, Subject="Order", Message=json.dumps({"order": {"total": total}}), MessageAttributes={
            "bytes": {"DataType": "Binary", "BinaryValue": b"\x00\xff"}})["MessageId"]
    tell(99)
    told = tell(100)
    [message] = awaited("notification", lambda: sqs.receive_message(QueueUrl=url, WaitTimeSeconds=2).get("Messages"))
    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    body = json.loads(message["Body"])
    assert body["MessageId"] == told and body["TopicArn"] == topic and body["Subject"] == "Order", body
    assert body["MessageAttributes"] == {"bytes": {"Type": "Binary", "Value": "AP8="}}, body
    sns.set_subscription_attributes(SubscriptionArn=wrapped, AttributeName="FilterPolicy", AttributeValue="{}")
    attributes = sns.get_subscription_attributes(SubscriptionArn=wrapped)["Attributes"]
    assert "FilterPolicy" not in attributes and attributes["PendingConfirmation"] == "false", attributes
    sns.unsubscribe(SubscriptionArn=wrapped)

    # An endpoint of this machine is asked, confirms by its token, and gets what is published.
    posts = []

    class Endpoint(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            posts.append((self.headers["x-amz-sns-message-type"], json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint) as endpoint:
        threading.Thread(target=endpoint.serve_forever, daemon=True).start()
        sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=f"http://127.0.0.1:{endpoint.server_port}/hook")
        kind, asked = awaited("confirmation", lambda: posts and posts.pop())
        assert kind == "SubscriptionConfirmation", kind
        confirmed = sns.confirm_subscription(TopicArn=topic, Token=asked["Token"])["SubscriptionArn"]
        sns.publish(TopicArn=topic, Message=json.dumps({"default": "d", "http": "h"}), MessageStructure="json")
        kind, notified = awaited("post", lambda: posts and posts.pop())
        assert kind == "Notification" and notified["Message"] == "h", notified
        assert [one["SubscriptionArn"] for one in sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]] == [confirmed]
        endpoint.shutdown()

    batch = sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[{"Id": "a", "Message": "m"}, {"Id": "b", "Message": "n"}])
    assert [e["Id"] for e in batch["Successful"]] == ["a", "b"] and not batch["Failed"], batch
    refused("InvalidParameter", sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=[
        {"Id": "a", "Message": "m"}, {"Id": "b", "Message": ""}])
    refused("TooManyEntriesInBatchRequest", sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=[
        {"Id": str(i), "Message": "m"} for i in range(11)])
    pages = sns.get_paginator("list_topics").paginate()
    assert topic in [one["TopicArn"] for page in pages for one in page["Topics"]]
    sns.delete_topic(TopicArn=topic)


def rules(url):
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sqs.purge_queue(QueueUrl=url)
    bus = f"clients-{RUN}"
    bus_arn = events.create_event_bus(Name=bus)["EventBusArn"]
    archive = events.create_archive(ArchiveName=bus, EventSourceArn=bus_arn)["ArchiveArn"]
    rule_arn = events.put_rule(Name="orders", EventBusName=bus, EventPattern=json.dumps(
        {"source": [{"prefix": "shop."}], "detail": {"total": [{"numeric": [">=", 100]}], "kind": [{"anything-but": "test"}]}}))["RuleArn"]
    assert events.put_targets(Rule="orders", EventBusName=bus, Targets=[{"Id": "q", "Arn": arn}])["FailedEntryCount"] == 0

    def entry(**detail):
        return {"EventBusName": bus, "Source": "shop.orders", "DetailType": "Placed", "Detail": json.dumps(detail)}
    put = events.put_events(Entries=[
        entry(total=100, kind="a"), entry(total=99.99, kind="a"), entry(total=200, kind="test"),
        {**entry(), "Detail": "no json"}, {**entry(total=1e3, kind="b"), "EventBusName": "clients-no-such-bus"}])
    assert put["FailedEntryCount"] == 1 and put["Entries"][3]["ErrorCode"] == "MalformedDetail", put

    def receive():
        return sqs.receive_message(QueueUrl=url, WaitTimeSeconds=2, MaxNumberOfMessages=10).get("Messages")
    [message] = awaited("delivery", receive)
    body = json.loads(message["Body"])
    assert body["id"] == put["Entries"][0]["EventId"] and body["detail"] == {"total": 100, "kind": "a"}, body
    assert body["detail-type"] == "Placed" and body["account"] == "000000000000" and body["version"] == "0"
    assert not receive()

    now = time.time()
    events.start_replay(
        ReplayName=bus, EventSourceArn=archive, Destination={"Arn": bus_arn, "FilterArns": [rule_arn]},
        EventStartTime=now - 60, EventEndTime=now + 60)
    awaited("replay", lambda: events.describe_replay(ReplayName=bus)["State"] == "COMPLETED")
    [message] = awaited("replayed delivery", receive)
    replayed = json.loads(message["Body"])
    assert replayed["id"] == body["id"] and replayed["replay-name"] == bus, replayed

    refused("InvalidEventPatternException", events.put_rule, Name="bad", EventBusName=bus, EventPattern='{"detail":{"a":[{"numeric":["<"]}]}}')
    refused("ValidationException", events.put_rule, Name="none", EventBusName=bus)
    refused("ResourceNotFoundException", events.describe_rule, Name="none", EventBusName=bus)
    refused("ValidationException", events.delete_rule, Name="orders", EventBusName=bus)
    events.remove_targets(Rule="orders", EventBusName=bus, Ids=["q"])
    events.delete_rule(Name="orders", EventBusName=bus)
    events.delete_archive(ArchiveName=bus)
    events.delete_event_bus(Name=bus)


class Hook(BaseHTTPRequestHandler):
    """A webhook that keeps what it is sent."""

    got = []

    def do_POST(self):
        Hook.got.append((self.path, dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments):
        pass


def targets(url):
    """What infrastructure code applies to rules: targets of every kind, schedules, permissions, a webhook."""
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    role = "arn:aws:iam::000000000000:role/clients"
    rule = f"clients-targets-{RUN}"
    rule_arn = events.put_rule(Name=rule, EventPattern=json.dumps({"source": [f"clients.{RUN}"]}))["RuleArn"]
    function = "arn:aws:lambda:us-east-1:000000000000:function:clients"
    task = {
        "Id": "task", "Arn": "arn:aws:ecs:us-east-1:000000000000:cluster/clients", "RoleArn": role,
        "EcsParameters": {"TaskDefinitionArn": "arn:aws:ecs:us-east-1:000000000000:task-definition/t:1", "LaunchType": "FARGATE",
                          "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["subnet-1"], "AssignPublicIp": "DISABLED"}}}}
    events.put_targets(Rule=rule, Targets=[
        {"Id": "queue", "Arn": arn, "SqsParameters": {"MessageGroupId": "inventory-updates"}}, {"Id": "function", "Arn": function}, task])
    assert task in events.list_targets_by_rule(Rule=rule)["Targets"]

    webhook = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=webhook.serve_forever, daemon=True).start()
    connection = events.create_connection(
        Name=rule, AuthorizationType="API_KEY", AuthParameters={"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "secret"}})
    destination = events.create_api_destination(
        Name=rule, ConnectionArn=connection["ConnectionArn"], HttpMethod="POST",
        InvocationEndpoint=f"http://127.0.0.1:{webhook.server_port}/orders/*")
    assert "ApiKeyValue" not in events.describe_connection(Name=rule)["AuthParameters"]["ApiKeyAuthParameters"]
    events.put_targets(Rule=rule, Targets=[{
        "Id": "webhook", "Arn": destination["ApiDestinationArn"], "RoleArn": role, "HttpParameters": {"PathParameterValues": ["$.detail.id"]}}])

    events.put_events(Entries=[{"Source": f"clients.{RUN}", "DetailType": "Placed", "Detail": json.dumps({"id": "o-1", "total": 5})}])
    [message] = awaited("delivery", lambda: sqs.receive_message(
        QueueUrl=url, WaitTimeSeconds=2, MessageSystemAttributeNames=["MessageGroupId"]).get("Messages"))
    assert message["Attributes"]["MessageGroupId"] == "inventory-updates", message
    assert message["Body"].endswith('"detail":{"id":"o-1","total":5}}'), message
    [(path, headers, body)] = awaited("call", lambda: Hook.got)
    assert path == "/orders/o-1" and headers["X-Key"] == "secret" and json.loads(body)["detail"]["total"] == 5
    with urlopen(f"{os.environ['AWS_ENDPOINT_URL']}/_local/deliveries?rule={rule}") as answer:
        recorded = json.load(answer)
    assert sorted(one["targetId"] for one in recorded) == ["function", "task"] and recorded[0]["rule"] == rule_arn, recorded

    events.put_rule(Name=f"{rule}-nightly", ScheduleExpression="cron(0 2 ? * MON-FRI *)", State="DISABLED")
    assert events.describe_rule(Name=f"{rule}-nightly")["ScheduleExpression"] == "cron(0 2 ? * MON-FRI *)"
    refused("ValidationException", events.put_rule, Name="bad", ScheduleExpression="rate(1 minutes)")
    events.put_permission(Action="events:PutEvents", Principal="111122223333", StatementId=rule)
    statements = json.loads(events.describe_event_bus()["Policy"])["Statement"]
    assert [one["Principal"] for one in statements if one["Sid"] == rule] == [{"AWS": "arn:aws:iam::111122223333:root"}]
    events.remove_permission(StatementId=rule)

    webhook.shutdown()
    events.remove_targets(Rule=rule, Ids=["queue", "function", "task", "webhook"])
    events.delete_rule(Name=rule)
    events.delete_rule(Name=f"{rule}-nightly")
    events.delete_api_destination(Name=rule)
    events.delete_connection(Name=rule)
    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def tables():
    table = f"clients-{RUN}"
    dynamodb.create_table(
        TableName=table, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "day", "AttributeType": "S"}, {"AttributeName": "minute", "AttributeType": "N"}],
        KeySchema=[{"AttributeName": "day", "KeyType": "HASH"}, {"AttributeName": "minute", "KeyType": "RANGE"}])
    dynamodb.get_waiter("table_exists").wait(TableName=table)
    rows = boto3.resource("dynamodb").Table(table)
    with rows.batch_writer() as batch:
        for minute in range(60):
            batch.put_item({"day": "mon", "minute": minute, "sum": minute, "tags": {"even"} if minute % 2 == 0 else {"odd"}})

    key = boto3.dynamodb.conditions.Key
    attr = boto3.dynamodb.conditions.Attr
    found = rows.query(
        KeyConditionExpression=key("day").eq("mon") & key("minute").between(10, 19), FilterExpression=attr("tags").contains("even"),
        ScanIndexForward=False)
    assert [int(item["minute"]) for item in found["Items"]] == [18, 16, 14, 12, 10] and found["ScannedCount"] == 10
    first = rows.query(KeyConditionExpression=key("day").eq("mon"), Limit=25)
    rest = rows.query(KeyConditionExpression=key("day").eq("mon"), ExclusiveStartKey=first["LastEvaluatedKey"])
    assert first["Count"] + rest["Count"] == 60 and "LastEvaluatedKey" not in rest

    updated = rows.update_item(
        Key={"day": "mon", "minute": 1}, UpdateExpression="SET #s = #s + :n, seen = list_append(if_not_exists(seen, :none), :who) ADD tags :tags",
        ExpressionAttributeNames={"#s": "sum"}, ExpressionAttributeValues={":n": 10, ":none": [], ":who": ["ann"], ":tags": {"prime"}},
        ReturnValues="ALL_NEW")["Attributes"]
    assert updated["sum"] == 11 and updated["seen"] == ["ann"] and updated["tags"] == {"odd", "prime"}, updated
    refused("ValidationException", rows.update_item, Key={"day": "mon", "minute": 1}, UpdateExpression="SET sum = :n",
            ExpressionAttributeValues={":n": 1})   # a reserved word

    name = {"TableName": table}
    cell = {"day": {"S": "mon"}, "minute": {"N": "1"}}
    answer = refused("TransactionCanceledException", dynamodb.transact_write_items, TransactItems=[
        {"Put": {**name, "Item": {"day": {"S": "tue"}, "minute": {"N": "0"}}}},
        {"Update": {**name, "Key": cell, "UpdateExpression": "ADD #s :n", "ConditionExpression": "#s > :m",
                    "ExpressionAttributeNames": {"#s": "sum"}, "ExpressionAttributeValues": {":n": {"N": "1"}, ":m": {"N": "11"}},
                    "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}}])
    assert [reason["Code"] for reason in answer["CancellationReasons"]] == ["None", "ConditionalCheckFailed"], answer
    assert answer["CancellationReasons"][1]["Item"]["sum"] == {"N": "11"}
    assert "Item" not in dynamodb.get_item(**name, Key={"day": {"S": "tue"}, "minute": {"N": "0"}})

    blob = os.urandom(1000)
    dynamodb.put_item(**name, Item={"day": {"S": "wed"}, "minute": {"N": "-1.5e3"}, "blob": {"B": blob}, "none": {"NULL": True}})
    item = dynamodb.get_item(**name, Key={"day": {"S": "wed"}, "minute": {"N": "-1500"}}, ConsistentRead=True)["Item"]
    assert item["blob"]["B"] == blob and item["minute"]["N"] == "-1500", base64.b64encode(item["blob"]["B"])
    dynamodb.delete_table(**name)
    refused("ResourceNotFoundException", dynamodb.describe_table, **name)


def indexes():
    table = f"clients-{RUN}-indexed"
    dynamodb.create_table(
        TableName=table, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in ("cart", "line", "buyer", "state")],
        KeySchema=[{"AttributeName": "cart", "KeyType": "HASH"}, {"AttributeName": "line", "KeyType": "RANGE"}],
        GlobalSecondaryIndexes=[{
            "IndexName": "by-buyer", "KeySchema": [{"AttributeName": "buyer", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["price"]}}],
        LocalSecondaryIndexes=[{
            "IndexName": "by-state", "Projection": {"ProjectionType": "KEYS_ONLY"},
            "KeySchema": [{"AttributeName": "cart", "KeyType": "HASH"}, {"AttributeName": "state", "KeyType": "RANGE"}]}],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
    dynamodb.get_waiter("table_exists").wait(TableName=table)
    rows = boto3.resource("dynamodb").Table(table)
    assert [index["IndexStatus"] for index in rows.global_secondary_indexes] == ["ACTIVE"]
    with rows.batch_writer() as batch:
        for line in range(30):
            batch.put_item({
                "cart": f"c{line % 3}", "line": f"{line:02}", "price": line, "note": "n",
                **({"buyer": "ann"} if line % 2 == 0 else {}), "state": "open" if line < 15 else "paid"})

    key = boto3.dynamodb.conditions.Key
    pages = list(dynamodb.get_paginator("query").paginate(
        TableName=table, IndexName="by-buyer", KeyConditionExpression="buyer = :b", ExpressionAttributeValues={":b": {"S": "ann"}},
        PaginationConfig={"PageSize": 4}))
    found = [item for page in pages for item in page["Items"]]
    assert sorted(item["line"]["S"] for item in found) == [f"{line:02}" for line in range(0, 30, 2)], found
    assert set(pages[0]["LastEvaluatedKey"]) == {"cart", "line", "buyer"} and "note" not in found[0] and "price" in found[0]
    local = rows.query(
        IndexName="by-state", ConsistentRead=True, KeyConditionExpression=key("cart").eq("c0") & key("state").eq("paid"),
        Select="ALL_ATTRIBUTES", ReturnConsumedCapacity="INDEXES")
    assert [item["line"] for item in local["Items"]] == ["15", "18", "21", "24", "27"] and local["Items"][0]["note"] == "n"
    assert local["ConsumedCapacity"]["LocalSecondaryIndexes"]["by-state"]["CapacityUnits"] == 1, local["ConsumedCapacity"]
    refused("ValidationException", rows.query, IndexName="by-buyer", KeyConditionExpression=key("buyer").eq("ann"), ConsistentRead=True)
    refused("ValidationException", rows.put_item, Item={"cart": "c0", "line": "00", "buyer": 1})

    rows.update(
        AttributeDefinitions=[{"AttributeName": "note", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[{"Create": {
            "IndexName": "by-note", "KeySchema": [{"AttributeName": "note", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}}])
    awaited("index", lambda: all(
        index["IndexStatus"] == "ACTIVE" for index in dynamodb.describe_table(TableName=table)["Table"]["GlobalSecondaryIndexes"]))
    assert rows.scan(IndexName="by-note", Select="COUNT")["Count"] == 30

    streams = boto3.client("dynamodbstreams")
    rows.update_item(Key={"cart": "c0", "line": "00"}, UpdateExpression="SET price = :p", ExpressionAttributeValues={":p": 99})
    arn = dynamodb.describe_table(TableName=table)["Table"]["LatestStreamArn"]
    [shard] = streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
    iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    records = streams.get_records(ShardIterator=iterator)["Records"]
    assert [record["eventName"] for record in records] == ["INSERT"] * 30 + ["MODIFY"], records
    assert records[-1]["dynamodb"]["OldImage"]["price"]["N"] == "0" and records[-1]["dynamodb"]["NewImage"]["price"]["N"] == "99"
    dynamodb.delete_table(TableName=table)


def state_machines():
    url = sqs.create_queue(QueueName=f"clients-asked-{RUN}")["QueueUrl"]
    role = "arn:aws:iam::000000000000:role/clients"
    ask = {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60,
        "Parameters": {"QueueUrl": url, "MessageBody": {"token.$": "$$.Task.Token", "item.$": "$"}},
        "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1, "MaxAttempts": 1}], "End": True}
    definition = json.dumps({"StartAt": "Each", "States": {
        "Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "ItemProcessor": {"StartAt": "Ask", "States": {"Ask": ask}},
                 "Catch": [{"ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Sorry"}], "Next": "Sum"},
        "Sum": {"Type": "Pass", "Parameters": {"sum.$": "States.MathAdd($[0], $[1])"}, "End": True},
        "Sorry": {"Type": "Fail", "ErrorPath": "$.error.Error", "CausePath": "$.error.Cause"}}})
    machine = sfn.create_state_machine(name=f"clients-{RUN}", definition=definition, roleArn=role)["stateMachineArn"]
    assert sfn.describe_state_machine(stateMachineArn=machine)["definition"] == definition

    def asked():
        [message] = awaited("request", lambda: sqs.receive_message(QueueUrl=url, WaitTimeSeconds=2).get("Messages"))
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return json.loads(message["Body"])

    def ended(arn, status):
        awaited(status, lambda: sfn.describe_execution(executionArn=arn)["status"] == status)
        return sfn.describe_execution(executionArn=arn)

    good = sfn.start_execution(stateMachineArn=machine, name="good", input=json.dumps({"items": [3, 4]}))["executionArn"]
    first = asked()
    assert first["item"] == 3
    sfn.send_task_failure(taskToken=first["token"], error="Busy", cause="later")
    again = asked()
    assert again["item"] == 3 and again["token"] != first["token"]
    refused("TaskTimedOut", sfn.send_task_success, taskToken=first["token"], output="0")
    sfn.send_task_success(taskToken=again["token"], output="30")
    sfn.send_task_success(taskToken=asked()["token"], output="40")
    assert json.loads(ended(good, "SUCCEEDED")["output"]) == {"sum": 70}
    types = [e["type"] for page in sfn.get_paginator("get_execution_history").paginate(executionArn=good, maxResults=5) for e in page["events"]]
    assert types[:4] == ["ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapIterationStarted"], types
    assert types.count("TaskScheduled") == 3 and types[-1] == "ExecutionSucceeded", types

    bad = sfn.start_execution(stateMachineArn=machine, name="bad", input=json.dumps({"items": [5]}))["executionArn"]
    sfn.send_task_failure(taskToken=asked()["token"], error="Declined", cause="no money")
    failed = ended(bad, "FAILED")
    assert failed["error"] == "Declined" and failed["cause"] == "no money" and failed["redriveStatus"] == "REDRIVABLE", failed
    sfn.redrive_execution(executionArn=bad)
    assert awaited("redrive", lambda: sfn.describe_execution(executionArn=bad)["redriveCount"]) == 1
    listed = sfn.list_executions(stateMachineArn=machine, statusFilter="SUCCEEDED")["executions"]
    assert [one["name"] for one in listed] == ["good"], listed

    tested = sfn.test_state(definition=json.dumps({"Type": "Pass", "Parameters": {"x.$": "$.y"}, "Next": "N"}), input='{"y":1}', roleArn=role)
    assert tested["status"] == "SUCCEEDED" and tested["output"] == '{"x":1}' and tested["nextState"] == "N", tested
    refused("StateMachineTypeNotSupported", sfn.create_state_machine, name=f"express-{RUN}", definition=definition, roleArn=role, type="EXPRESS")
    refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=machine, name="good", input="{}")

    activity = sfn.create_activity(name=f"clients-{RUN}")["activityArn"]
    worker = sfn.create_state_machine(name=f"worked-{RUN}", roleArn=role, definition=json.dumps(
        {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": activity, "End": True}}}))["stateMachineArn"]
    work = sfn.start_execution(stateMachineArn=worker, input='{"n":1}')["executionArn"]
    task = sfn.get_activity_task(activityArn=activity, workerName="clients")
    assert task["input"] == '{"n":1}', task
    sfn.send_task_success(taskToken=task["taskToken"], output='"done"')
    assert ended(work, "SUCCEEDED")["output"] == '"done"'
    sfn.delete_activity(activityArn=activity)
    sfn.delete_state_machine(stateMachineArn=worker)
    sfn.delete_state_machine(stateMachineArn=machine)
    sqs.delete_queue(QueueUrl=url)


QUEUE = queues()
fifo_queues()
topics(QUEUE)
rules(QUEUE)
targets(QUEUE)
tables()
indexes()
state_machines()
sqs.delete_queue(QueueUrl=QUEUE)
