using Workers.Contracts;

namespace Workers.Local;

/// <summary>What a newcomer reads first.</summary>
internal static class Welcome
{
    public static string Text(Uri aws, Uri api) =>
        $$"""

        The fleet is running: {{Topology.Workers.Count()}} workers and the producer, on an embedded AWS in memory.

          API       {{Trim(api)}}           (/openapi/v1.json, /health/ready)
          AWS       {{Trim(aws)}}           (SQS, EventBridge, DynamoDB; any credentials)

        Try it:

          curl -X PUT  {{Trim(api)}}/inventory/LAPTOP-001 -H 'content-type: application/json' \
               -d '{"name":"Laptop","currentStock":50,"threshold":10}'
          curl -X POST {{Trim(api)}}/orders -H 'content-type: application/json' \
               -d '{"customerId":"CUST-001","items":[{"productId":"LAPTOP-001","quantity":1,"price":129.99}]}'
          curl {{Trim(api)}}/orders/ORDER-ID
          curl {{Trim(api)}}/inventory
          curl {{Trim(api)}}/analytics/summary
          aws --endpoint-url {{Trim(aws)}} sqs list-queues

        Ctrl-C drains and stops. With --demo it runs a few hundred orders and checks the books.

        """;

    private static string Trim(Uri uri) => uri.ToString().TrimEnd('/');
}
