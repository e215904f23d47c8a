using System.Globalization;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Exporting;

/// <summary>How KEDA scales each worker by its queue. Account and region are examples, which an overlay replaces.</summary>
internal static class ScaledObjects
{
    public static string Render() =>
        Notice.Comment + string.Join("---\n", Topology.Workers.Select(Scaled));

    private static string Scaled(Deployable worker) => Scaled(worker.Name, worker.Consumes!) + string.Concat(worker.Consumptions.Select(Trigger));

    private static string Scaled(string name, Consumption consumes) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: {name}
        spec:
          scaleTargetRef:
            name: {name}
          pollingInterval: 15
          minReplicaCount: {consumes.MinReplicas}
          maxReplicaCount: {consumes.MaxReplicas}
          # SQS cannot be asked: never fewer than are at work.
          fallback:
            failureThreshold: 4
            replicas: {Math.Min(2 * consumes.MinReplicas, consumes.MaxReplicas)}
            behavior: currentReplicasIfHigher
          advanced:
            horizontalPodAutoscalerConfig:
              behavior:
                scaleUp:
                  stabilizationWindowSeconds: 0
                  policies:
                    - type: Percent
                      value: 100
                      periodSeconds: 30
                # One at a time, and only after five quiet minutes: each pod that goes drains first.
                scaleDown:
                  stabilizationWindowSeconds: 300
                  policies:
                    - type: Pods
                      value: 1
                      periodSeconds: 60
          triggers:

        """);

    private static string Trigger(Consumption consumes) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
            - type: aws-sqs-queue
              authenticationRef:
                name: aws
              metadata:
                queueURL: https://sqs.us-east-1.amazonaws.com/111122223333/{consumes.Queue.Name}
                awsRegion: us-east-1
                # {consumes.MaxInFlight} in flight and {consumes.Waiting} waiting.
                queueLength: "{consumes.QueueLength}"
                scaleOnInFlight: "true"

        """);
}
