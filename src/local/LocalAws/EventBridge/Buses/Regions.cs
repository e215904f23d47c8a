using System.Collections.Immutable;

namespace LocalAws.EventBridge.Buses;

/// <summary>What EventBridge holds, by region. Readers get a snapshot and never wait; changes happen one after the other.</summary>
internal sealed class Regions(TimeProvider time)
{
    private readonly Lock _changing = new();
    private volatile ImmutableDictionary<string, Region> _regions = ImmutableDictionary<string, Region>.Empty;

    /// <summary>Every region that was asked for.</summary>
    public IEnumerable<Region> All => _regions.Values;

    /// <summary>The region as it is now.</summary>
    public Region this[string name] => _regions.TryGetValue(name, out var region) ? region : Change(name, region => region);

    /// <summary>The bus as it is now.</summary>
    /// <exception cref="Http.AwsException">There is no such bus.</exception>
    public EventBus Bus(BusAddress address) => this[address.Region].Bus(address.Name);

    /// <summary>Changes a region. Nothing happens when the change throws.</summary>
    public Region Change(string name, Func<Region, Region> change)
    {
        lock (_changing)
        {
            var region = change(_regions.TryGetValue(name, out var known) ? known : New(name));
            _regions = _regions.SetItem(name, region);
            return region;
        }
    }

    /// <summary>Puts saved regions back.</summary>
    public void Restore(IEnumerable<Region> saved)
    {
        foreach (var region in saved)
        {
            Change(region.Name, _ => region);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_changing)
        {
            _regions = _regions.Clear();
        }
    }

    private Region New(string name) =>
        new Region(name).With(new EventBus(EventBus.Default, EventBridgeArn.OfBus(name, EventBus.Default), time.GetUtcNow()));
}
