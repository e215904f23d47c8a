using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Exporting;

/// <summary>What Kubernetes runs each worker by. What the pods of all hosts share stands in k8s/base/host.yaml.</summary>
internal static class WorkerManifests
{
    public static string Render() => Notice.Comment + string.Join("---\n", Topology.Workers.Select(Manifests));

    private static string Manifests(Deployable worker) =>
        $"""
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: {worker.Name}
        automountServiceAccountToken: false
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {worker.Name}
          labels:
            app.kubernetes.io/component: worker
        spec:
          replicas: 2
          selector:
            matchLabels:
              app.kubernetes.io/name: {worker.Name}
          template:
            metadata:
              labels:
                app.kubernetes.io/name: {worker.Name}
            spec:
              serviceAccountName: {worker.Name}
              containers:
                - name: host
                  image: workers/{worker.Name}:dev
                  resources:
                    requests:
                      cpu: {worker.Consumes!.Cpu}
                      memory: {worker.Consumes.Memory}
                    limits:
                      memory: {worker.Consumes.Memory}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: {worker.Name}
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app.kubernetes.io/name: {worker.Name}

        """;
}
