using Workers.Contracts;

namespace Workers.Local;

/// <summary>What a newcomer reads first. Every line of it works when it is pasted, on a machine that has nothing but the SDK and curl.</summary>
internal static class Welcome
{
    private const string Cli = "dotnet run --project src/ops/Workers.Cli --";
    private const int UsualAwsPort = 4566;

    public static string Text(Uri aws, Uri api, Uri console) =>
        $$"""

        The fleet is running: {{Topology.Workers.Count()}} workers and the producer, on an embedded AWS.

          API       {{Trim(api)}}           (/openapi/v1.json, /health/ready)
          Console   {{Trim(console)}}           (what runs, what is stuck, which orders are hurt)
          AWS       {{Trim(aws)}}           (SQS, SNS, EventBridge, DynamoDB, Step Functions; any credentials)

        Try it:

          curl -X PUT  {{Trim(api)}}/inventory/LAPTOP-001 -H 'content-type: application/json' \
               -d '{"name":"Laptop","currentStock":50,"threshold":10}'
          curl -X POST {{Trim(api)}}/orders -H 'content-type: application/json' -H 'Prefer: wait=10' \
               -d '{"customerId":"CUST-001","shippingAddress":"1 Main Street, Seattle","items":[{"productId":"LAPTOP-001","quantity":1,"price":129.99}]}'
          curl {{Trim(api)}}/orders/ORDER-ID/events
          curl {{Trim(api)}}/customers/CUST-001/orders
          curl {{Trim(api)}}/inventory
          curl {{Trim(api)}}/analytics/summary

        Look at its queues. The exports are for your shell, for the AWS CLI and for every other client:

          export AWS_ENDPOINT_URL={{Trim(aws)}} AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
          export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
          {{Command(aws, "status")}}

        Make a dead letter, look at it, send it back, throw it away:

          curl {{Trim(aws)}} -H 'X-Amz-Target: AmazonSQS.SendMessage' -H 'content-type: application/x-amz-json-1.0' \
               -d '{"QueueUrl":"{{Trim(aws)}}/000000000000/{{Topology.InventoryQueue}}","MessageBody":"{}"}'
          {{Command(aws, "dlq list")}}
          {{Command(aws, $"dlq redrive {Topology.InventoryDlq}")}}
          {{Command(aws, $"dlq discard {Topology.InventoryDlq}")}}

        Ctrl-C drains and stops. With --data DIRECTORY the next run goes on where this one ended. With --demo it
        runs a few hundred orders and checks the books; with --demo --hold their day stays in the console.

        """;

    // Where it listens as usual, --local finds it without the exports.
    private static string Command(Uri aws, string words) => $"{Cli} {words}{(aws.Port == UsualAwsPort ? " --local" : "")}";

    private static string Trim(Uri uri) => uri.ToString().TrimEnd('/');
}
